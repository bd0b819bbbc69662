import io.github.genaigate.maven.it.Outcome

new Outcome(basedir)
    .says("genai-gate.atLeastAsStrict in pom.xml: The value \"treu\" of genai-gate.atLeastAsStrict is neither true nor false; Did you mean true?")
    .says("MojoExecutionException")
assert !new File(basedir, "target/genai-gate/compare-policies.json").exists()
return true
