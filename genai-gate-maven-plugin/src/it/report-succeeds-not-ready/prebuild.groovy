import io.github.genaigate.maven.it.Scene

new Scene(basedir).service().commit("kim@acme.example", 1)
return true
