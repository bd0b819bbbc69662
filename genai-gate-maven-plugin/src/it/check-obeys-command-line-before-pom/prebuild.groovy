import io.github.genaigate.maven.it.Scene

// Too few requests to prove 95 % at 95 % confidence.
new Scene(basedir).service().loadTest(20).commit("kim@acme.example", 1)
return true
