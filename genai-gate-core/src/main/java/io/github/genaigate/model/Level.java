package io.github.genaigate.model;

/** What a requirement that is not met does at a stage, from nothing to blocking. */
public enum Level implements Word {
    OFF,
    INFO,
    WARN,
    BLOCK
}
