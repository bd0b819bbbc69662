import io.github.genaigate.maven.it.Outcome
import java.util.zip.ZipFile

new Outcome(basedir)
    .says("skip: forbidden    # acme-genai 3.2.0 (src/main/resources/META-INF/genai-gate/policy.yaml:61:1)")
    .says("effective policy: target/genai-gate/effective-policy.yaml")
assert new ZipFile(new File(basedir, "target/genai-policy-3.2.0.jar")).getEntry("META-INF/genai-gate/policy.yaml") != null
return true
