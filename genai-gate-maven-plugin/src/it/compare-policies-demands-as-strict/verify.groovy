import io.github.genaigate.maven.it.Outcome

new Outcome(basedir)
    .says("acme-genai 1.0.0 is looser than acme-genai-strict 1.0.0")
    .says("skip: looser")
    .says("The candidate is not at least as strict as the policy held")
    .says("MojoFailureException")
assert new File(basedir, "target/genai-gate/compare-policies.json").text.contains("\"relation\": \"looser\"")
return true
