/** Readers of price tables. Imports evidence, input and model. */
@NullMarked
package io.github.genaigate.evidence.prices;

import org.jspecify.annotations.NullMarked;
