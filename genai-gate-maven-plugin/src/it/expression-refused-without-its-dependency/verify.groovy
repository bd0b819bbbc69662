import io.github.genaigate.maven.it.Outcome

new Outcome(basedir)
    .says("There is no criterion \"expression\"")
    .says("Add io.github.genaigate:genai-gate-cel, in the version of the gate, to the dependencies of genai-gate-maven-plugin")
    .says("MojoExecutionException")
    .decided("NOT_READY")
return true
