import io.github.genaigate.maven.it.Outcome

def value = "    confidence: 95 %    # acme-genai 1.0.0 (acme.yaml:10:5)"

new Outcome(basedir)
    .says(value)
    .says("skip: allowed    # by default")
    .says("effective policy: target/genai-gate/effective-policy.yaml")
assert new File(basedir, "target/genai-gate/effective-policy.yaml").readLines().contains(value)
assert !new File(basedir, "target/genai-gate/decision.json").exists()
return true
