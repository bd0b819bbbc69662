package io.github.genaigate.gate;

import io.github.genaigate.model.Decision;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What came of blessing.
 *
 * @param decision what was judged, without any comparison with an earlier baseline
 * @param file the file written; empty when the decision is not one to bless
 * @param refusal why nothing was written; empty when something was
 */
public record Blessing(Decision decision, Optional<Path> file, Optional<String> refusal) {

    static Blessing refused(Decision decision, String why) {
        return new Blessing(decision, Optional.empty(), Optional.of(why));
    }
}
