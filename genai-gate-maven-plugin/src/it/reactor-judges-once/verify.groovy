import io.github.genaigate.maven.it.Outcome

new Outcome(basedir)
    .says("[INFO] READY for production", 5)
    .says("No genai-gate.yaml in api, so genai-gate.yaml is judged")
    .says("genai-gate.yaml is judged once in this build", 6)
    .decided("READY", "target/root")
    .decided("READY", "target/alone")
    .decided("READY", "target/parallel")
    .decided("READY", "target/offline")
    .decided("READY")
    .lacks("api/target/genai-gate")
    .lacks("web/target/genai-gate")
return true
