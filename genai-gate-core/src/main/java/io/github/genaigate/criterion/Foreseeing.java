package io.github.genaigate.criterion;

import io.github.genaigate.model.Demand;
import io.github.genaigate.model.Effort;
import io.github.genaigate.model.Share;
import java.util.List;

/** A criterion that can tell, before anything is measured, how many samples its claims will take. */
public interface Foreseeing {

    /**
     * The effort for each claim.
     *
     * @param failing how much of the failures that are allowed is assumed to occur
     * @param probability with which the proof shall succeed then
     */
    List<Effort> efforts(Demand demand, Share failing, Share probability);
}
