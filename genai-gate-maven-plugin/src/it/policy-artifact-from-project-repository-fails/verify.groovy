import io.github.genaigate.maven.it.Outcome

new Outcome(basedir)
    .says("genai-gate.policy: No repository of the settings has the policy maven:example.acme:smuggled-policy:1.0.0; asked: ")
    .says("repositories of the POM are not asked")
    .decided("NOT_READY")
return true
