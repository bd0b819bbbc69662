import io.github.genaigate.maven.it.Outcome

var outcome = new Outcome(basedir)
outcome.says("genai-gate.yaml is there already, and is not overwritten").lacks("target/genai-gate")
assert outcome.read("genai-gate.yaml") == new File(basedir, "../../../src/it-service/genai-gate.yaml").text
return true
