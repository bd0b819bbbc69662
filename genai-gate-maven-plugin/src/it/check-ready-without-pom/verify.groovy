import io.github.genaigate.maven.it.Outcome

new Outcome(basedir).says("READY for production").decided("READY")
return true
