package io.github.genaigate.model;

/** How firmly a piece of evidence is tied to the covered content, from not at all to signed. */
public enum Binding implements Word {
    UNBOUND,
    /** Committed, and the covered content is unchanged since. */
    COMMITTED,
    /** A sidecar names the covered digest it was taken for. */
    RECORDED,
    ATTESTED
}
