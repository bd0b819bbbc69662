package io.github.genaigate.gate;

import io.github.genaigate.model.Activity;
import io.github.genaigate.model.Baseline;
import io.github.genaigate.model.Content;
import io.github.genaigate.model.Lookup;
import io.github.genaigate.model.Ownership;
import io.github.genaigate.model.SignOff;
import java.util.Map;

/**
 * What the repository and the records in it say.
 *
 * @param content the covered content
 * @param signOffs the record of each role that the manifest names
 * @param ownership the code owners
 * @param activity the recent commits
 * @param baseline what was blessed
 * @param provenance how evidence is tied to the content
 */
record Surroundings(
        Lookup<Content> content,
        Map<String, Lookup<SignOff>> signOffs,
        Lookup<Ownership> ownership,
        Lookup<Activity> activity,
        Lookup<Baseline> baseline,
        Provenance provenance) {

    Surroundings {
        signOffs = Map.copyOf(signOffs);
    }

    /** The same with the records that count at another stage. */
    Surroundings with(Map<String, Lookup<SignOff>> others) {
        return new Surroundings(content, others, ownership, activity, baseline, provenance);
    }
}
