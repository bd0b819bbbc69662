/** Requirements in the Common Expression Language: an optional part, found when a user adds it. */
@NullMarked
package io.github.genaigate.cel;

import org.jspecify.annotations.NullMarked;
