import io.github.genaigate.maven.it.Outcome

new Outcome(basedir)
    .says("Written: governance/baseline.json")
    .says("Next: read it, and commit it")
    .says("Only what is ready can be blessed; genai-gate:report tells what is not", 1)
assert new File(basedir, "governance/baseline.json").text.contains('"verdict": "READY"')
assert !new File(basedir, "target/genai-gate/decision.json").exists()
return true
