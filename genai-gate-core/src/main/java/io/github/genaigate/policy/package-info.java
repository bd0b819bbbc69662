/** Policy layers, their loader and their merge. Imports model and input. */
@NullMarked
package io.github.genaigate.policy;

import org.jspecify.annotations.NullMarked;
