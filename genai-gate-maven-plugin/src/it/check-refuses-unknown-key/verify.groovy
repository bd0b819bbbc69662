import io.github.genaigate.maven.it.Outcome

new Outcome(basedir)
    .says("in the input")
    .says("withn")
    .says("Did you mean within?")
    .says("MojoExecutionException")
    .decided("NOT_READY")
return true
