import io.github.genaigate.maven.it.Scene

new Scene(basedir).service().loadTest(20)
    .write(".mvn/maven.config", "-Dgenai-gate.skip=true\n-Dgenai-gate.policyDigest=${"0" * 64}\n")
    .commit("kim@acme.example", 1)
return true
