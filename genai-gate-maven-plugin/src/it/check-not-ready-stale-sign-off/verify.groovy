import io.github.genaigate.maven.it.Outcome

new Outcome(basedir)
    .says("[ERROR] NOT READY for production")
    .says("governance-sign-off: unproven (stale)")
    .says("latency-budget")
    .decided("NOT_READY")
return true
