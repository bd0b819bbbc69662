import io.github.genaigate.maven.it.Outcome

new Outcome(basedir)
    .says("The manifest cannot be read: There is no file", 1)
    .says("Written: genai-gate.yaml")
    .doesNotSay("is judged once in this build")
    .decided("READY")
return true
