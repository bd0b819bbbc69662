package io.github.genaigate.cel;

import dev.cel.common.types.ListType;
import io.github.genaigate.model.Absence;
import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Facts;
import io.github.genaigate.model.Lookup;
import io.github.genaigate.model.Measurement;
import io.github.genaigate.model.Reason;
import io.github.genaigate.model.Shape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A variable that lists all evidence of one shape.
 *
 * @param <M> the measurement
 * @param variable its name
 * @param shape which evidence it lists
 * @param view how a piece of evidence is shown
 */
record Source<M extends Measurement>(String variable, Shape<M> shape, View<Named<M>> view) {

    /**
     * A measurement with the name under which the manifest declares it.
     *
     * @param evidence the name
     */
    record Named<M>(String evidence, M measurement) {}

    ListType type() {
        return ListType.create(view.type());
    }

    /**
     * The evidence of this shape. When a piece of evidence is not known its shape is not known either, and nothing is: the
     * list could lack just what speaks against the rule.
     *
     * @param names the evidence that is looked at
     */
    Lookup<Object> list(Collection<String> names, Facts facts) {
        Lookup<List<Object>> all = Lookup.found(List.of(), Assurance.ATTESTED);
        boolean some = false;
        for (String name : names) {
            boolean another =
                    Shape.ALL.stream().anyMatch(shape -> !shape.equals(this.shape) && facts.holds(name, shape));
            if (another) {
                continue;
            }
            some = true;
            all = all.with(
                    facts.evidence(name, shape), (list, measurement) -> and(list, new Named<>(name, measurement)));
        }
        return some
                ? all.map(Object.class::cast)
                : Lookup.absent(Absence.of(
                        Reason.MISSING,
                        "No evidence holds " + shape.noun(),
                        "Declare evidence that holds " + shape.noun() + " in the manifest"));
    }

    private List<Object> and(List<Object> list, Named<M> named) {
        var more = new ArrayList<>(list);
        more.add(view.show(named));
        return List.copyOf(more);
    }
}
