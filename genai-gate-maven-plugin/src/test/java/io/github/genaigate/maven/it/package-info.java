/** What the scripts of the integration tests have in common. */
package io.github.genaigate.maven.it;
