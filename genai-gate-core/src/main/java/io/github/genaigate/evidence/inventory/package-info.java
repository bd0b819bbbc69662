/** Readers of bills of materials. Imports evidence, input and model. */
@NullMarked
package io.github.genaigate.evidence.inventory;

import org.jspecify.annotations.NullMarked;
