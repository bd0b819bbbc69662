import io.github.genaigate.maven.it.Scene

// The manifest names perf/results.jtl, and there is none.
new Scene(basedir).service().commit("kim@acme.example", 1)
return true
