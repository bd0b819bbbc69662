import io.github.genaigate.maven.it.Example

new Example(basedir).ended("NOT_READY")
return true
