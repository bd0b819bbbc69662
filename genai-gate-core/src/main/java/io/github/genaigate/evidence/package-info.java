/** The readers, each turning one format into measurements. Imports model and input. */
@NullMarked
package io.github.genaigate.evidence;

import org.jspecify.annotations.NullMarked;
