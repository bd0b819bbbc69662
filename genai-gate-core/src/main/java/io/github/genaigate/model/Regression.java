package io.github.genaigate.model;

/** The demand to be no worse than what was blessed, for criteria that count failures. */
public final class Regression {

    public static final Setting<Share> MAXIMUM = Setting.of(
            "maximumRegression",
            Kind.SHARE,
            Strictness.smaller(),
            "How much greater than in the blessed baseline the share of failures may be, in percentage points.");

    private Regression() {}
}
