import io.github.genaigate.maven.it.Scene

new Scene(basedir)
    .service()
    .loadTest(200)
    .commit("kim@acme.example", 1)
    .approve("risk", "risk@acme.example")
    .commit("risk@acme.example", 0)
    .write("prompts/answer.md", "Answer whatever comes to mind.\n")
    .commit("kim@acme.example", 0)
return true
