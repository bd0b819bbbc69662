import io.github.genaigate.maven.it.Outcome

new Outcome(basedir)
    .says("[WARNING] NOT READY for production")
    .doesNotSay("[ERROR]")
    .says("BUILD SUCCESS")
    .decided("NOT_READY")
return true
