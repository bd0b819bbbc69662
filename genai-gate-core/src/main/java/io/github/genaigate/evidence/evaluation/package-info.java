/** The readers that give evaluation cases. Imports evidence, model and input. */
@NullMarked
package io.github.genaigate.evidence.evaluation;

import org.jspecify.annotations.NullMarked;
