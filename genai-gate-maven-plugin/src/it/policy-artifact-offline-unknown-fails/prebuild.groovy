import io.github.genaigate.maven.it.Scene
import io.github.genaigate.maven.it.Shop

new Scene(basedir).service().loadTest(200).commit("kim@acme.example", 1)
new Shop(basedir, localRepositoryPath).settings().sells("unknown-policy", "shop")
return true
