/** Readers of load tests. Imports evidence, model and input. */
@NullMarked
package io.github.genaigate.evidence.latency;

import org.jspecify.annotations.NullMarked;
