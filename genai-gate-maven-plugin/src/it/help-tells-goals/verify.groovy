import io.github.genaigate.maven.it.Outcome

new Outcome(basedir).says("genai-gate:check").says("User property: genai-gate.policyDigest")
return true
