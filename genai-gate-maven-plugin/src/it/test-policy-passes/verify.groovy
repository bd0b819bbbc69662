import io.github.genaigate.maven.it.Outcome

new Outcome(basedir)
    .says("2 of 2 requirements turned red by some case, 0 met")
    .says("never met: evaluation, latency-budget")
assert new File(basedir, "target/genai-gate/TEST-policy.xml").text.contains("failures=\"0\"")
return true
