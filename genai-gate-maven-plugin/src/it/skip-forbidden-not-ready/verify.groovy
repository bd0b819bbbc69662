import io.github.genaigate.maven.it.Outcome

new Outcome(basedir)
    .says("[ERROR] NOT READY for")
    .says("skipped by genai-gate.skip in pom.xml; the policy forbids it")
    .decided("NOT_READY")
return true
