import io.github.genaigate.maven.it.Outcome

new Outcome(basedir)
    .says("acme 1: 1 case, 0 failed")
    .says("+ nobody measured")
    .says("1 of 2 requirements turned red by some case, 0 met")
    .says("never red: evaluation")
    .says("MojoFailureException")
assert new File(basedir, "target/genai-gate/TEST-policy.xml").text.contains("failures=\"1\"")
assert new File(basedir, "target/genai-gate/policy-tests/case-1/.git/HEAD").exists()
return true
