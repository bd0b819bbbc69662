package io.github.genaigate.statistics;

import java.util.OptionalLong;

/** What counts of failures among so many trials prove, held against the limit at a confidence. */
sealed interface Tail permits CountedTail, EffectiveTail {

    /** Whether at most so many failures prove that the share is within the limit. */
    boolean provesWithin(long failures);

    /** Whether at least so many failures prove that the share is beyond the limit. */
    boolean provesBeyond(long failures);

    double lowerBound(long failures);

    double upperBound(long failures);

    /** The greatest number of failures that proves that the share is within the limit; empty when none does. */
    OptionalLong tolerated();
}
