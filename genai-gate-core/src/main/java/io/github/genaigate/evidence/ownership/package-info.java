/** The readers that give code owners. Imports evidence, model and input. */
@NullMarked
package io.github.genaigate.evidence.ownership;

import org.jspecify.annotations.NullMarked;
