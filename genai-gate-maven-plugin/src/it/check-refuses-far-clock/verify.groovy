import io.github.genaigate.maven.it.Outcome

new Outcome(basedir)
    .says("genai-gate.asOf: The clock given, 2026-01-01T23:59:59Z, is more than 1 d from the real one")
    .decided("NOT_READY")
return true
