package io.github.genaigate.signoff;

import io.github.genaigate.model.SignOff;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a policy demands of those who approve in a role.
 *
 * @param signers the e-mail addresses of those who may; empty when the policy lists none, and anybody may
 * @param mustNotBeAuthor whether they must not have written what they approve
 */
public record RoleRules(Optional<Set<String>> signers, boolean mustNotBeAuthor) {

    public RoleRules {
        signers = signers.map(all -> all.stream().map(RoleRules::address).collect(Collectors.toUnmodifiableSet()));
    }

    /** A role of which the policy says nothing: anybody but the authors. */
    public static RoleRules unlisted() {
        return new RoleRules(Optional.empty(), true);
    }

    boolean allows(String signer) {
        return signers.isEmpty() || signers.get().contains(address(signer));
    }

    SignOff.Signers may() {
        return signers.isPresent()
                ? SignOff.Signers.LISTED
                : mustNotBeAuthor ? SignOff.Signers.ANYBODY_BUT_AUTHORS : SignOff.Signers.ANYBODY;
    }

    static String address(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
