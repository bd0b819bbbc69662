package io.github.genaigate.model;

import java.math.BigDecimal;

/**
 * What is promised for all claims of a decision together that rest on samples.
 *
 * @param claims how many of them are met, in requirements that can block
 * @param confidence how sure it is that luck met none of them, at the least; zero when nothing is promised
 * @param correction what the policy asks for
 * @param tries how many sets of evidence were judged for the same content, this one included, as far as is known
 * @param triesCorrected whether the number of tries is taken into account
 */
public record Simultaneous(int claims, Share confidence, Correction correction, int tries, boolean triesCorrected) {

    public Simultaneous {
        if (claims < 1 || tries < 1) {
            throw new IllegalArgumentException("no such family: " + claims + " claims, " + tries + " tries");
        }
    }

    /** Whether anything is promised for all together. */
    public boolean promisesSomething() {
        return confidence.fraction().compareTo(BigDecimal.ZERO) > 0;
    }
}
