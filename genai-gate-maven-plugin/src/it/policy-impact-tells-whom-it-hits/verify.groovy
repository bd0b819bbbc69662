import io.github.genaigate.maven.it.Outcome

new Outcome(basedir)
    .says("acme-genai-aging 1.0.0 over 1 service, today and the next 60 days")
    .says("1 turn red")
    .says("1 latency-budget")
    .says("is older than 10 d")
assert new File(basedir, "target/genai-gate/policy-impact.json").text.contains("\"change\": \"turns-red\"")
return true
