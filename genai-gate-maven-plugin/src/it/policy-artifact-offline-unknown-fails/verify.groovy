import io.github.genaigate.maven.it.Outcome

new Outcome(basedir)
    .says("genai-gate.policy: The policy maven:example.acme:unknown-policy:1.0.0 was not resolved on this machine before,"
        + " and Maven is offline")
    .says("Run once without -o")
    .decided("NOT_READY")
return true
