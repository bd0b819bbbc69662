/** The goals of the plugin. Imports the facade and the words of the core; nothing of Maven goes further than here. */
@NullMarked
package io.github.genaigate.maven;

import org.jspecify.annotations.NullMarked;
