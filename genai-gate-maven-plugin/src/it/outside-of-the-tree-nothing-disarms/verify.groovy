import io.github.genaigate.maven.it.Outcome

def outcome = new Outcome(basedir)
    .says("[ERROR] NOT READY for production")
    .says("latency-budget: unproven (too-few-samples)")
    .decided("NOT_READY", "tricks/target/genai-gate")
    .lacks("elsewhere")
    .lacks("tricks/elsewhere")
    .says("genai-gate.yaml: The manifest cannot be read: There is no file \"genai-gate.yaml\"")
    .decided("NOT_READY", "empty/target/genai-gate")
    .says("linked/target/genai-gate: The folder for the decision is reached through a link of the tree under judgement")
    .decided("NOT_READY", "target/genai-gate")
assert outcome.read("precious/genai-gate/decision.json") == "of another service"
assert new File(basedir, "precious/genai-gate").list() == ["decision.json"] as String[]
return true
