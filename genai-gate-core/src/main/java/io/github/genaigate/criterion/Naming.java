package io.github.genaigate.criterion;

import io.github.genaigate.model.Word;

/** How exactly evidence must say which model it speaks of, in the order of rising demand. */
enum Naming implements Word {
    /** By a name. */
    NAMED,
    /** By an id that stands for one snapshot, see {@link ModelId}. */
    PINNED
}
