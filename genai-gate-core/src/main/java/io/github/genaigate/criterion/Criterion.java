package io.github.genaigate.criterion;

import io.github.genaigate.model.About;
import io.github.genaigate.model.Demand;
import io.github.genaigate.model.Facts;
import io.github.genaigate.model.Judgement;
import io.github.genaigate.model.Needs;
import io.github.genaigate.model.Problem;
import io.github.genaigate.model.Shape;
import java.util.List;

/**
 * Judges one kind of claim. Knows nothing of level, stage, waiver or build, keeps no state, and is found through
 * {@link java.util.ServiceLoader}.
 */
public interface Criterion {

    /** What it declares about itself. The same at every call. */
    About about();

    /** The shapes of the evidence that the manifest may name for it; empty when it takes any, or asks for none. */
    default List<Shape<?>> accepts() {
        return List.of();
    }

    /**
     * Checks what the declarations alone cannot say, before any evidence is opened.
     *
     * @return all that is wrong, empty when the requirement can be judged
     */
    default List<Problem> check(Demand demand) {
        return List.of();
    }

    /** The facts that {@link #judge} will ask for. What is not named here is not gathered. */
    Needs needs(Demand demand);

    /**
     * Judges the claim. Pure: the same demand and facts give the same judgement.
     *
     * @throws RuntimeException never because of what evidence, manifest or policy hold
     */
    Judgement judge(Demand demand, Facts facts);
}
