import io.github.genaigate.maven.it.Outcome

new Outcome(basedir)
    .says("Written: genai-gate.yaml")
    .says("for pilot")
    .doesNotSay("problem in the input")
    .decided("READY")
return true
