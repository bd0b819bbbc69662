/** Tests of policies: cases with a service each, and what the policy has to say of it. */
@NullMarked
package io.github.genaigate.gate.suite;

import org.jspecify.annotations.NullMarked;
