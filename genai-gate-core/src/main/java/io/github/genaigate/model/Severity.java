package io.github.genaigate.model;

/** How bad a security issue is, from harmless to critical. */
public enum Severity implements Word {
    /** The tool reports it and does not call it a weakness. */
    INFO,
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL
}
