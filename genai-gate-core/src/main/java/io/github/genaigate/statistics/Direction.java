package io.github.genaigate.statistics;

/** On which side of its target a figure is to lie; the target itself will do. */
public enum Direction {
    AT_LEAST,
    AT_MOST
}
