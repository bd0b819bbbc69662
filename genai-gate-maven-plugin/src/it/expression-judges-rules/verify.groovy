import io.github.genaigate.maven.it.Outcome

new Outcome(basedir)
    .says("NOT READY for production: 1 blocking requirement")
    .says("few-errors")
    .says("Rule enough does not hold: the load test has 200 requests, and 1000 are demanded")
    .says("Run the load test for longer")
    .decided("NOT_READY")
return true
