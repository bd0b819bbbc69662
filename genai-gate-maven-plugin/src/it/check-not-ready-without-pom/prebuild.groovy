import io.github.genaigate.maven.it.Scene

// The baseline demands more than the service brings.
new Scene(basedir).service().loadTest(200).commit("kim@acme.example", 1)
return true
