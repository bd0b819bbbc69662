import io.github.genaigate.maven.it.Outcome

new Outcome(basedir)
    .says("[ERROR] NOT READY for production")
    .says("latency-budget: unproven (too-few-samples)")
    .decided("NOT_READY", "target/gate")
    .lacks("target/elsewhere")
return true
