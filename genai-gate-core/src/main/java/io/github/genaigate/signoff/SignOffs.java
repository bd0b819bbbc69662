package io.github.genaigate.signoff;

import static io.github.genaigate.input.Text.quoted;

import io.github.genaigate.model.Absence;
import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Content;
import io.github.genaigate.model.Entry;
import io.github.genaigate.model.Lookup;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Reason;
import io.github.genaigate.model.SignOff;
import io.github.genaigate.repository.Committed;
import io.github.genaigate.repository.Coverage;
import io.github.genaigate.repository.GitRepository;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The approvals that lie in the repository. A record counts only as HEAD has it, only for the content that it names by
 * digest, and until signatures are checked it is at the most {@link Assurance#DECLARED}.
 *
 * @param repository where records and content lie
 * @param coverage what is approved; it must leave out the records themselves
 * @param asked what the approval must be for
 */
public record SignOffs(GitRepository repository, Coverage coverage, Asked asked) {

    /** Earlier forms of a record are looked at for the last valid one, up to so many. */
    private static final int MOST_FORMS = 20;

    private static final int SHORTEST_DIGEST = 8;

    /**
     * The approval of the content by a role.
     *
     * @param path the record, relative to the manifest's folder
     */
    public Lookup<SignOff> signOff(String path, String role, RoleRules rules) {
        return record(path).then(entry -> check(path, entry, new SignOffCheck(asked, role, Optional.empty(), rules)));
    }

    /**
     * The approval of a waiver, as it is asked for, by one of the roles that may. When there is none, the mend tells the very
     * record to sign.
     *
     * @param approvers the roles
     * @param rules what the policy demands of each role
     */
    Lookup<SignOff> waiver(WaiverRequest request, List<String> approvers, Map<String, RoleRules> rules) {
        var approval = record(request.approval()).then(entry -> approval(request, entry, approvers, rules));
        var content = repository.content(coverage);
        return approval.absence()
                .filter(why ->
                        why.reason() != Reason.UNVERIFIABLE && content.absence().isEmpty())
                .map(why -> content.then(known -> Lookup.<SignOff>absent(new Absence(
                        why.reason(),
                        why.message(),
                        why.mend() + "; what to sign as " + request.approval() + ": "
                                + new WaiverRecord(request).text(approvers.get(0), asked, known.digest()),
                        why.places()))))
                .orElse(approval);
    }

    private Lookup<SignOff> approval(
            WaiverRequest request, Entry record, List<String> approvers, Map<String, RoleRules> rules) {
        var role = record.get(SignOffRecord.ROLE);
        if (!approvers.contains(role)) {
            return Lookup.absent(Absence.of(
                    Reason.FOREIGN,
                    "The waiver of " + request.requirement() + " is approved by the role " + quoted(role)
                            + ", and the policy lets only " + String.join(", ", approvers) + " approve",
                    "Have it approved by one of these roles",
                    record.placeOf(SignOffRecord.ROLE)));
        }
        var check = new SignOffCheck(
                asked.at(request.stage()),
                role,
                Optional.of(request.requirement()),
                rules.getOrDefault(role, RoleRules.unlisted()));
        var other = check.purpose(record).or(() -> new WaiverRecord(request).difference(record));
        return other.isPresent() ? Lookup.absent(other.get()) : check(request.approval(), record, check);
    }

    private Lookup<Entry> record(String path) {
        return repository
                .committed(path, SignOffRecord.LARGEST)
                .then(committed -> SignOffRecord.read(path, committed.bytes()));
    }

    private Lookup<SignOff> check(String path, Entry record, SignOffCheck check) {
        var refusal = check.refusal(record);
        if (refusal.isPresent()) {
            return Lookup.absent(refusal.get());
        }
        return repository
                .content(coverage)
                .then(content -> record.get(SignOffRecord.COVERED).equals(content.digest())
                        ? Lookup.found(check.signOff(record), Assurance.DECLARED)
                        : stale(path, record, content))
                .then(signOff -> check.rules().mustNotBeAuthor()
                        ? independent(path, record, check, signOff)
                        : Lookup.found(signOff, Assurance.DECLARED));
    }

    private Lookup<SignOff> stale(String path, Entry record, Content content) {
        var signed = record.get(SignOffRecord.COVERED);
        var now = content.digest();
        var role = record.get(SignOffRecord.ROLE);
        var message = "The role " + role + " signed " + brief(signed, now) + " on " + record.get(SignOffRecord.DATE)
                + ", and the content is now " + brief(now, signed);
        var place = record.placeOf(SignOffRecord.COVERED);
        Lookup<SignOff> plain = Lookup.absent(stale(message, role, now, place));
        Lookup<SignOff> told = repository
                .versions(path, 1, SignOffRecord.LARGEST)
                .then(forms -> forms.isEmpty()
                        ? plain
                        : signedAt(forms.get(0).commit(), signed)
                                .then(commit -> repository.changesSince(commit, coverage))
                                .then(changes -> Lookup.absent(
                                        stale(message + "; changed since: " + changes, role, now, place))));
        return told.absence().filter(why -> why.reason() == Reason.STALE).isPresent() ? told : plain;
    }

    private static Absence stale(String message, String role, String now, Place place) {
        return Absence.of(
                Reason.STALE,
                message,
                "Have the role " + role + " look at what changed and sign a record with covered: " + now,
                place);
    }

    /** The commit when the content had the digest there. */
    private Lookup<String> signedAt(String commit, String digest) {
        return repository
                .digestAt(commit, coverage)
                .then(then -> then.equals(digest)
                        ? Lookup.found(commit, Assurance.DECLARED)
                        : Lookup.absent(Absence.of(
                                Reason.FOREIGN,
                                "The content at commit " + commit + " is another",
                                "Name the commit that was signed")));
    }

    /** As much of a digest as tells it from another. */
    private static String brief(String digest, String other) {
        int length = "sha256:".length() + SHORTEST_DIGEST;
        while (length < digest.length() && digest.substring(0, length).equals(other.substring(0, length))) {
            length++;
        }
        return digest.substring(0, length) + "…";
    }

    /** Four eyes: the signer wrote none of the commits since the last valid form of the record. */
    private Lookup<SignOff> independent(String path, Entry record, SignOffCheck check, SignOff signOff) {
        var place = record.placeOf(SignOffRecord.SIGNER);
        return repository
                .uncommitted(coverage)
                .then(changes -> changes.isEmpty()
                        ? repository.versions(path, MOST_FORMS, SignOffRecord.LARGEST)
                        : Lookup.<List<Committed>>absent(Absence.of(
                                Reason.UNVERIFIABLE,
                                "Nobody can tell who changed the covered content without committing it: " + changes,
                                "Commit the changes, and have the record signed by somebody else than their author",
                                place)))
                .then(forms -> by(signOff.signer(), repository.head().orElse(""), lastValid(path, forms, check), place))
                .map(nothing -> signOff);
    }

    /**
     * The commit of the newest earlier form of the record that was valid where it was committed, its own authors looked at in
     * the same way. Without it one could shorten the history that is looked at by signing for oneself in between.
     */
    private Optional<String> lastValid(String path, List<Committed> forms, SignOffCheck check) {
        Optional<String> last = Optional.empty();
        for (int i = forms.size() - 1; i > 0; i--) {
            var form = forms.get(i);
            var since = last;
            boolean valid = SignOffRecord.read(path, form.bytes())
                    .then(entry -> check.wasValid(entry, form.at())
                            ? signedAt(form.commit(), entry.get(SignOffRecord.COVERED))
                                    .then(commit -> by(entry.get(SignOffRecord.SIGNER), commit, since, entry.place()))
                            : Lookup.absent(Absence.of(Reason.FOREIGN, "It was for something else", "Sign again")))
                    .absence()
                    .isEmpty();
            if (valid) {
                last = Optional.of(form.commit());
            }
        }
        return last;
    }

    /** Known when the signer is none of the authors; the value means nothing. */
    private Lookup<Boolean> by(String signer, String until, Optional<String> since, Place place) {
        return repository
                .authors(until, since, coverage)
                .then(authors -> authors.commitOf(RoleRules.address(signer))
                        .map(commit -> Lookup.<Boolean>absent(Absence.of(
                                Reason.NOT_INDEPENDENT,
                                "The signer " + quoted(signer)
                                        + " is among the authors of the covered content, by commit " + commit,
                                "Have it signed by somebody who wrote none of it",
                                place)))
                        .orElse(Lookup.found(true, Assurance.DECLARED)));
    }
}
