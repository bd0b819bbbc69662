/** Records of approval and what makes them void. Imports model, input and repository. */
@NullMarked
package io.github.genaigate.signoff;

import org.jspecify.annotations.NullMarked;
