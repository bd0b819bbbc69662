import io.github.genaigate.maven.it.Scene
import io.github.genaigate.maven.it.Shop

new Scene(basedir).service().loadTest(200).commit("kim@acme.example", 1)
// The second one as a build leaves it whose POM gives its own repository the name of one of the settings.
new Shop(basedir, localRepositoryPath).settings().installed("installed-policy").cached("cached-policy", "shop")
return true
