/** The words of the gate: records, enums, sealed families and declarations. Imports nothing but the JDK. */
@NullMarked
package io.github.genaigate.model;

import org.jspecify.annotations.NullMarked;
