import io.github.genaigate.maven.it.Scene

def scene = new Scene(basedir).service()
def manifest = new File(basedir, "genai-gate.yaml")
manifest.text = manifest.text + "baseline: governance/baseline.json\n"
scene.loadTest(200).commit("kim@acme.example", 1)
return true
