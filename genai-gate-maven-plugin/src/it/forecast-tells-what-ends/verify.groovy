import io.github.genaigate.maven.it.Outcome

new Outcome(basedir)
    .says("in the next 60 days when nothing is done")
    .says("latency-budget blocks")
    .says("is older than 10 d")
assert new File(basedir, "target/genai-gate/forecast.json").text.contains("\"schema\": \"genai-gate/forecast/v1\"")
return true
