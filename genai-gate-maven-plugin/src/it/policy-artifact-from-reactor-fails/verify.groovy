import io.github.genaigate.maven.it.Outcome

assert new File(basedir, "policy/target/reactor-policy-1.0.0.jar").exists()
new Outcome(basedir)
    .says("genai-gate.policy: No repository of the settings has the policy maven:example.acme:reactor-policy:1.0.0; asked: ")
    .decided("NOT_READY", "service/target/genai-gate")
return true
