/** The facade and the pipeline. Imports every other package. */
@NullMarked
package io.github.genaigate.gate;

import org.jspecify.annotations.NullMarked;
