import io.github.genaigate.maven.it.Outcome

new Outcome(basedir)
    .says("genai-gate.asOf in pom.xml: Only the command line may set genai-gate.asOf")
    .says("genai-gate.earlierDecisions in pom.xml: Only the command line may set genai-gate.earlierDecisions")
    .says("genai-gate.policyDigest in pom.xml: Only the command line may set genai-gate.policyDigest")
    .says("genai-gate.baseDirectory in pom.xml: The folder ")
    .says(" does not lie in the module")
    .decided("NOT_READY")
return true
