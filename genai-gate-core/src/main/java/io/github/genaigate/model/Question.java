package io.github.genaigate.model;

import java.time.Duration;
import java.util.Optional;

/**
 * What is asked of one piece of latency evidence: how many requests were not within the limit.
 *
 * @param operation the operation's exact name; empty for all operations together
 * @param metric what is timed
 * @param limit the limit; a request that takes exactly as long is within it
 */
public record Question(Optional<String> operation, Metric metric, Duration limit) {}
