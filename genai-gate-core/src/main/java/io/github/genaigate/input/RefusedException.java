package io.github.genaigate.input;

/** A path that is not followed, with the reason and the mend. */
public final class RefusedException extends Exception {

    private final String mend;

    /**
     * @param what what is wrong, a sentence without a full stop
     * @param mend the next step, a sentence without a full stop
     */
    public RefusedException(String what, String mend) {
        super(what);
        this.mend = mend;
    }

    public String what() {
        return String.valueOf(getMessage());
    }

    public String mend() {
        return mend;
    }
}
