import io.github.genaigate.maven.it.Outcome

new Outcome(basedir)
    .says("genai-gate.requirement: The policy has no requirement \"latency-bugdet\"")
    .says("next: Did you mean latency-budget?")
    .says("MojoExecutionException")
return true
