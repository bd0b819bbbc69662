import io.github.genaigate.maven.it.Outcome

def outcome = new Outcome(basedir).decided("NOT_READY")
["skip", "policyDigest"].each { name ->
    outcome.says("-Dgenai-gate.${name}: The folder .mvn of the tree under judgement sets genai-gate.${name} as if it were the command line")
}
outcome.doesNotSay("sets genai-gate.policy as")
return true
