import io.github.genaigate.maven.it.Example

new Example(basedir).ended("READY")
return true
