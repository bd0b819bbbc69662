/** Readers of data-quality results. Imports evidence, input and model. */
@NullMarked
package io.github.genaigate.evidence.quality;

import org.jspecify.annotations.NullMarked;
