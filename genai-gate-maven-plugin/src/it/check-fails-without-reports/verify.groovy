import io.github.genaigate.maven.it.Outcome

new Outcome(basedir).says("MojoExecutionException").doesNotSay("READY for production")
return true
