/** The readers that give security issues. Imports evidence, model and input. */
@NullMarked
package io.github.genaigate.evidence.security;

import org.jspecify.annotations.NullMarked;
