package io.github.genaigate.model;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A valid approval of the content under judgement by somebody in a role.
 *
 * @param role the role
 * @param signer who approved
 * @param date the day of the approval
 * @param expires the last day on which it holds, when it ends
 * @param signers whom the policy lets sign in the role
 * @param covered the digest of the content that was approved
 * @param place the record
 */
public record SignOff(
        String role,
        String signer,
        LocalDate date,
        Optional<LocalDate> expires,
        Signers signers,
        String covered,
        Place place) {

    /** Whom a policy lets sign in a role. */
    public enum Signers {
        /** Those whom it lists. */
        LISTED,
        /** It lists nobody, and refuses only the authors of what is signed. */
        ANYBODY_BUT_AUTHORS,
        /** It lists nobody, and refuses nobody. */
        ANYBODY
    }
}
