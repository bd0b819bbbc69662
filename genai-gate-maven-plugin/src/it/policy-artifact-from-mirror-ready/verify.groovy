import io.github.genaigate.maven.it.Outcome

def outcome = new Outcome(basedir).says(" READY for production", 2).decided("READY")
def decision = outcome.read("target/genai-gate/decision.json")
assert decision.contains('"source": "maven:example.acme:sold-policy:1.0.0"')
assert decision.contains('"origin": "maven"')
return true
