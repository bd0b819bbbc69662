package io.github.genaigate.criterion;

import io.github.genaigate.model.Word;

/** What a policy makes of answers that came out of a cache, in the order of rising demand. */
enum CachedAnswers implements Word {
    ALLOWED,
    REFUSED
}
