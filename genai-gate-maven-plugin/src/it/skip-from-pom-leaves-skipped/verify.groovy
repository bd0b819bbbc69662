import io.github.genaigate.maven.it.Outcome

new Outcome(basedir)
    .says("[WARNING] SKIPPED for")
    .says("skipped by genai-gate.skip in pom.xml")
    .decided("SKIPPED")
return true
