/** Readers of load tests. Imports evidence, model and input. */
@NullMarked
package io.github.genaigate.evidence.serving;

import org.jspecify.annotations.NullMarked;
