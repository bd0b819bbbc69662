import io.github.genaigate.maven.it.Outcome

new Outcome(basedir)
    .says("There is no file \"genai-gate.yaml\"")
    .says("Write one with genai-gate:init")
    .says("MojoExecutionException")
    .decided("NOT_READY")
return true
