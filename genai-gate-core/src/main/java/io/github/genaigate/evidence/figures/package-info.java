/** A reader of figures of the business. Imports evidence, input and model. */
@NullMarked
package io.github.genaigate.evidence.figures;

import org.jspecify.annotations.NullMarked;
