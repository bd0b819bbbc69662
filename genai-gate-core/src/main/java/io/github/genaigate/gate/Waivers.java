package io.github.genaigate.gate;

import io.github.genaigate.model.Decision.WaiverStatus;
import io.github.genaigate.model.Waiver;
import java.util.List;
import java.util.Map;

/**
 * What became of the waivers that the manifest names.
 *
 * @param valid by requirement
 * @param statuses in the order of the manifest
 */
record Waivers(Map<String, Waiver> valid, List<WaiverStatus> statuses) {
    Waivers {
        valid = Map.copyOf(valid);
        statuses = List.copyOf(statuses);
    }
}
