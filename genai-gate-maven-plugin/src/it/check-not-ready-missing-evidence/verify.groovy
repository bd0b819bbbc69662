import io.github.genaigate.maven.it.Outcome

new Outcome(basedir)
    .says("[ERROR] NOT READY for production: 1 blocking requirement")
    .says("[ERROR]   ? latency-budget: unproven (missing)")
    .says("report: target/genai-gate/decision.json")
    .says("MojoFailureException")
    .decided("NOT_READY")
return true
