/** The git repository, read only and offline. Imports model. */
@NullMarked
package io.github.genaigate.repository;

import org.jspecify.annotations.NullMarked;
