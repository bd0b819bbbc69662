import io.github.genaigate.maven.it.Outcome

new Outcome(basedir)
    .says("What support-assistant will have to measure for production")
    .says("latency-budget  budget answer")
    .says("plan: target/genai-gate/plan.json")
assert new File(basedir, "target/genai-gate/plan.json").text.contains('"schema": "genai-gate/plan/v1"')
assert !new File(basedir, "target/genai-gate/decision.json").exists()
return true
