import io.github.genaigate.maven.it.Scene

new Scene(basedir).service().loadTest(200).commit("kim@acme.example", 1)
return true
