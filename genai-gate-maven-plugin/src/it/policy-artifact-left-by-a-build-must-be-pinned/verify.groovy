import io.github.genaigate.maven.it.Outcome

def why = " is only known to be on this machine, where any build may have put it"

new Outcome(basedir)
    .says("genai-gate.policy: The policy maven:example.acme:installed-policy:1.0.0" + why)
    .says("genai-gate.policy: The policy maven:example.acme:cached-policy:1.0.0" + why)
    .says("or pin what was found on the command line with -Dgenai-gate.policyDigest=")
    .decided("NOT_READY")
return true
