import io.github.genaigate.maven.it.Outcome

new Outcome(basedir).says("NOT READY for production (rehearsal)").decided("NOT_READY")
return true
