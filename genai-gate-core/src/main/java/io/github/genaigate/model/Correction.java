package io.github.genaigate.model;

/** What is done so that many claims hold together as surely as one, from nothing to the strictest. */
public enum Correction implements Word {
    /** Each claim is as sure as the policy asks for, by itself. */
    NONE,
    /** The step-down procedure of Holm: the chance that luck meets any claim is at most that of one. */
    HOLM,
    /** The chance of error is divided by the number of claims (Bonferroni): the same promise, for every claim alike. */
    BONFERRONI
}
