import io.github.genaigate.maven.it.Example

new Example(basedir).prepare()
return true
