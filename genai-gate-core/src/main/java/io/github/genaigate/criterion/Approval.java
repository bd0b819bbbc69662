package io.github.genaigate.criterion;

import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Facts;
import io.github.genaigate.model.Observation;
import io.github.genaigate.model.Part;
import io.github.genaigate.model.SignOff;
import java.util.List;

/**
 * The claim that somebody in a role approved the content under judgement.
 *
 * @param role the role
 */
record Approval(String role) {

    private static final int SHORT_DIGEST = "sha256:".length() + 12;

    List<Part> judge(Facts facts) {
        var lookup = facts.signOff(role);
        var how = lookup.assurance().compareTo(Assurance.ATTESTED) < 0 ? "declared in a record, not signed" : "signed";
        return lookup.judge(part(), signOff -> List.of(met(signOff, how)));
    }

    private Part met(SignOff signOff, String how) {
        var met = Part.met(
                        part(),
                        "Sign-off " + Words.brief(role) + ": " + Words.brief(signOff.signer())
                                + " approved this content (" + digest(signOff) + ") on " + signOff.date()
                                + signOff.expires()
                                        .map(day -> ", valid through " + day)
                                        .orElse("") + "; " + how + open(signOff))
                .observing(
                        Observation.of("role", role),
                        Observation.of("signer", signOff.signer()),
                        Observation.of("date", signOff.date().toString()),
                        Observation.of("covered", signOff.covered()))
                .at(signOff.place());
        return signOff.expires()
                .map(day -> met.observing(Observation.of("expires", day.toString())))
                .orElse(met);
    }

    private static String open(SignOff signOff) {
        return switch (signOff.signers()) {
            case LISTED -> "";
            case ANYBODY_BUT_AUTHORS ->
                "; the policy lists no signers for the role, so anybody but the authors may sign";
            case ANYBODY -> "; the policy lists no signers for the role, so anybody may sign";
        };
    }

    private static String digest(SignOff signOff) {
        var digest = signOff.covered();
        return digest.length() <= SHORT_DIGEST ? digest : digest.substring(0, SHORT_DIGEST);
    }

    private String part() {
        return "sign-off " + Words.brief(role);
    }
}
