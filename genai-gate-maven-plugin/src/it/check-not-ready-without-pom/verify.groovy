import io.github.genaigate.maven.it.Outcome

new Outcome(basedir).says("[ERROR] NOT READY for production").decided("NOT_READY")
return true
