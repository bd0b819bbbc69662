import io.github.genaigate.maven.it.Outcome

new Outcome(basedir)
    .says("-Dgenai-gate.polcy: There is no parameter genai-gate.polcy")
    .says("Did you mean genai-gate.policy?")
    .says("-Dgenai-gate.stage: The value of genai-gate.stage is empty")
    .says("MojoExecutionException")
    .decided("NOT_READY")
return true
