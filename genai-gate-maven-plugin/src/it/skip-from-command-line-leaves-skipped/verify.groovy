import io.github.genaigate.maven.it.Outcome

new Outcome(basedir)
    .says("[WARNING] SKIPPED for")
    .says("skipped by -Dgenai-gate.skip")
    .decided("SKIPPED")
return true
