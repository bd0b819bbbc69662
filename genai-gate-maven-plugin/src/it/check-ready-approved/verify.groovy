import io.github.genaigate.maven.it.Outcome

new Outcome(basedir).says("READY for production").says("+ governance-sign-off").decided("READY")
return true
