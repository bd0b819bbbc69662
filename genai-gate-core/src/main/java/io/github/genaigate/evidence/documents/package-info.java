/** A reader of documents that people write. Imports evidence, input and model. */
@NullMarked
package io.github.genaigate.evidence.documents;

import org.jspecify.annotations.NullMarked;
