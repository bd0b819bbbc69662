/** The renderers, each turning a decision into a file. Imports model alone. */
@NullMarked
package io.github.genaigate.report;

import org.jspecify.annotations.NullMarked;
