import io.github.genaigate.maven.it.Outcome

new Outcome(basedir)
    .says("[INFO] READY for production", 1)
    .says("There is no policy \"nowhere.yaml\"")
    .decided("NOT_READY")
return true
