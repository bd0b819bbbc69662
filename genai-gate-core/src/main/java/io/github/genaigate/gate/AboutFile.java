package io.github.genaigate.gate;

import io.github.genaigate.input.Text;
import io.github.genaigate.model.Absence;

/** What a reader says about a file, with the name of the file in the sentence. */
final class AboutFile {

    private AboutFile() {}

    static Absence of(String path, Absence why) {
        var name = Text.shortened(path);
        return why.message().contains(name)
                ? why
                : new Absence(why.reason(), name + ": " + why.message(), why.mend(), why.places());
    }
}
