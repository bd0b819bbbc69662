package io.github.genaigate.criterion;

import io.github.genaigate.model.Word;

/** Where a figure has to go to be better. */
enum Direction implements Word {
    UP,
    DOWN
}
