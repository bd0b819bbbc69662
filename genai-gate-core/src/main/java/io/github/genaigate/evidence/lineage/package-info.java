/** The readers that give lineage. Imports evidence, model and input. */
@NullMarked
package io.github.genaigate.evidence.lineage;

import org.jspecify.annotations.NullMarked;
