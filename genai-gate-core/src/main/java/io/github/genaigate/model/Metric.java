package io.github.genaigate.model;

/** What of a request is timed. The trial is always one request. */
public enum Metric implements Word {
    /** From sending the request to the last byte of the answer. */
    DURATION,
    TIME_TO_FIRST_TOKEN,
    /** The mean gap between the tokens of one answer. */
    INTER_TOKEN_LATENCY
}
