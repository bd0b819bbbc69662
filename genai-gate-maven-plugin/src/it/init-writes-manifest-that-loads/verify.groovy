import io.github.genaigate.maven.it.Outcome

new Outcome(basedir)
    .says("Written: genai-gate.yaml")
    .says("then run mvn io.github.genaigate:genai-gate-maven-plugin:0.1.0-SNAPSHOT:check")
    .says("for pilot")
    .doesNotSay("problem in the input")
    .decided("READY")
return true
