import io.github.genaigate.maven.it.Outcome

new Outcome(basedir)
    .says("latency-budget, judged by latency-budget")
    .says("level:     poc: off, pilot: warn, production: block    # acme-genai 1.0.0 (acme.yaml:")
    .says("support-assistant at production: unproven, blocks")
    .says("TO GREEN")
return true
