import io.github.genaigate.maven.it.Scene

new Scene(basedir)
return true
