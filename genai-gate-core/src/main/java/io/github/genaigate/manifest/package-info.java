/** The manifest and its loader. Imports model and input. */
@NullMarked
package io.github.genaigate.manifest;

import org.jspecify.annotations.NullMarked;
