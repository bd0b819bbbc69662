/** Strict, located reading of YAML, JSON and paths. Imports model. */
@NullMarked
package io.github.genaigate.input;

import org.jspecify.annotations.NullMarked;
