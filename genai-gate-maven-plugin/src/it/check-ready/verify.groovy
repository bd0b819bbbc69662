import io.github.genaigate.maven.it.Outcome

new Outcome(basedir)
    .says("READY for production")
    .doesNotSay("NOT READY")
    .decided("READY")
return true
