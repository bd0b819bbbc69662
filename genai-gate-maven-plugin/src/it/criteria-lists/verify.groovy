import io.github.genaigate.maven.it.Outcome

new Outcome(basedir)
    .says("CRITERIA (")
    .says("latency-budget")
    .says("in the manifest, under latency:")
    .says("smaller is stricter")
    .says("jmeter-csv")
return true
