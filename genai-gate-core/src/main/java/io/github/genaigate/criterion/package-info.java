/** The criteria, each judging one kind of claim. Imports model and statistics, never evidence. */
@NullMarked
package io.github.genaigate.criterion;

import org.jspecify.annotations.NullMarked;
