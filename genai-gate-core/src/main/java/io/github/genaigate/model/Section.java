package io.github.genaigate.model;

/**
 * The part of the manifest in which a team makes the claims that one criterion judges.
 *
 * @param name the key in the manifest; a criterion that is not part of the gate has {@code extensions.<criterion id>}
 * @param fields what the section holds
 */
public record Section(String name, Kind.Group fields) {}
