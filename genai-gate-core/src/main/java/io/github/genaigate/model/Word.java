package io.github.genaigate.model;

import java.util.Locale;

/** A constant whose spelling in YAML, JSON and reports differs from its Java name. */
public interface Word {

    /** The Java name, as {@link Enum#name()} gives it. */
    String name();

    /** The spelling in policies and manifests: lower case with hyphens. */
    default String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
