package io.github.genaigate.statistics;

import io.github.genaigate.model.Share;
import java.math.BigDecimal;

/** One of two samples that are compared: a share or a mean, with a bound on either side of the true one. */
public sealed interface Arm permits ShareSample, Mean {

    /** How many samples there were. */
    long samples();

    /** What was observed, in thirty-four digits where it has no end; 0 for no sample at all. */
    BigDecimal observed();

    /** The true one is at least this, at the confidence given; minus infinity where nothing is known. */
    double lower(Share confidence);

    /** The true one is at most this, at the confidence given; infinity where nothing is known. */
    double upper(Share confidence);
}
