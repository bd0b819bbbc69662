package io.github.genaigate.model;

/** Why an outcome is not {@link Outcome#MET}: a stable word for machines. */
public enum Reason implements Word {
    /** Nothing was declared, or the file is not there. */
    MISSING,
    /** The file is there and cannot be understood. */
    UNREADABLE,
    /** It was true of earlier content, or is older than allowed, or has expired. */
    STALE,
    /** It is about something else: another service, another stage, another content. */
    FOREIGN,
    /** The tool did not finish, or left out what is asked for. */
    INCOMPLETE,
    /** The numbers allow neither yes nor no. */
    TOO_FEW_SAMPLES,
    /** The proof is weaker than the policy asks for. */
    WEAK_ASSURANCE,
    /** The proof is tied to the content more loosely than the policy asks for. */
    WEAK_BINDING,
    /** Whether it holds cannot be found out here, for example in a shallow clone. */
    UNVERIFIABLE,
    /** A measured value is beyond the limit. */
    OVER_LIMIT,
    /** A value is not among those allowed. */
    NOT_ALLOWED,
    /** Something exists that was not declared. */
    UNDECLARED,
    /** The approver is among the authors of what was approved. */
    NOT_INDEPENDENT,
    /** Nobody, or not the right one, owns it. */
    UNOWNED,
    /** A date or a value contradicts itself or the clock. */
    INVALID,
    /** The run that should prove it failed. */
    FAILED,
    /** Facts that were recorded do not tell; a run of the gate would. */
    NOT_RECORDED
}
