package io.github.genaigate.policy;

import io.github.genaigate.model.About;
import io.github.genaigate.model.Entry;
import io.github.genaigate.model.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The fields of a requirement that one criterion judges.
 *
 * @param fields all of them
 * @param stages what is demanded from a stage on
 * @param adjustable what layers below may make of it
 * @param changes what is demanded from a day on
 */
record RequirementShape(
        List<Field<?>> fields, Field<Map<String, Entry>> stages, Field<Entry> adjustable, Field<List<Entry>> changes) {

    static RequirementShape of(About about) {
        var stages = PolicyShape.stages(about);
        var adjustable = PolicyShape.adjustable(about);
        var changes = PolicyShape.changes(about);
        var fields = new ArrayList<>(PolicyShape.REQUIREMENT);
        fields.addAll(PolicyShape.settings(about));
        fields.addAll(List.of(stages, adjustable, changes));
        return new RequirementShape(List.copyOf(fields), stages, adjustable, changes);
    }

    /** Each made once: a policy of many layers asks for the same ones ten thousand times. */
    static final class Known {

        private final Map<String, RequirementShape> byCriterion = new HashMap<>();

        RequirementShape of(About about) {
            return byCriterion.computeIfAbsent(about.id(), id -> RequirementShape.of(about));
        }
    }
}
