import io.github.genaigate.maven.it.Outcome

new Outcome(basedir)
    .says("[INFO] READY for production", 1)
    .decided("READY")
    .decided("NOT_READY", "api/target/genai-gate")
    .lacks("web/target/genai-gate")
return true
