/** A reader of alert rules. Imports evidence, input and model. */
@NullMarked
package io.github.genaigate.evidence.operations;

import org.jspecify.annotations.NullMarked;
