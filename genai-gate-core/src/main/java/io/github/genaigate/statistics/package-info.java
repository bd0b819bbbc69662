/** Exact statements about shares from samples. Imports model. */
@NullMarked
package io.github.genaigate.statistics;

import org.jspecify.annotations.NullMarked;
