import io.github.genaigate.maven.it.Scene

// Too few requests to prove 95 % at 95 % confidence, and everything that a tree can do about it.
def tricks = new Scene(new File(basedir, "tricks")).service().loadTest(20)
def manifest = new File(basedir, "tricks/genai-gate.yaml")
tricks.write("decoy/genai-gate.yaml", manifest.text)
tricks.write("genai-gate.yaml", manifest.text.replace("stage: production", "stage: poc"))
tricks.write(".mvn/maven.config", "-Dgenai-gate.skip=true\n-Dgenai-gate.policy=builtin:baseline\n-Dgenai-gate.stage=poc\n")
tricks.write(".mvn/extensions.xml", "<extensions><extension><groupId>no</groupId><artifactId>such</artifactId><version>1</version></extension></extensions>")
tricks.write(".mvn/jvm.config", "-Dgenai-gate.skip=true\n")
tricks.commit("kim@acme.example", 1)

new Scene(new File(basedir, "empty")).write("service/genai-gate.yaml", manifest.text).commit("kim@acme.example", 1)

new Scene(new File(basedir, "linked")).service().loadTest(200).link("target", "../precious").commit("kim@acme.example", 1)
def precious = new File(basedir, "precious/genai-gate")
precious.mkdirs()
new File(precious, "decision.json").text = "of another service"
return true
