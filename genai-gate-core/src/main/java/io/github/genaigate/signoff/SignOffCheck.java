package io.github.genaigate.signoff;

import static io.github.genaigate.input.Text.quoted;

import io.github.genaigate.model.Absence;
import io.github.genaigate.model.Entry;
import io.github.genaigate.model.Field;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Reason;
import io.github.genaigate.model.SignOff;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * What makes a record of approval void by itself, whatever the content is.
 *
 * @param role the role that must have approved
 * @param requirement the requirement of which a waiver must be approved; empty for the content itself
 * @param rules what the policy demands of the role
 */
record SignOffCheck(Asked asked, String role, Optional<String> requirement, RoleRules rules) {

    /** Why the record is void; empty when only content and authors are left to look at. */
    Optional<Absence> refusal(Entry record) {
        return purpose(record)
                .or(() -> foreign(record, SignOffRecord.ROLE, role))
                .or(() -> foreign(record, SignOffRecord.SERVICE, asked.service()))
                .or(() -> stage(record))
                .or(() -> signer(record))
                .or(() -> dates(record));
    }

    /**
     * Whether an earlier form of the record was a valid one when it was committed: for the stage asked for too, and in
     * force on that day. Any other would let an author sign after it as if nothing had been written since.
     */
    boolean wasValid(Entry record, Instant committed) {
        var day = LocalDate.ofInstant(committed, ZoneOffset.UTC);
        boolean inForce = !record.get(SignOffRecord.DATE).isAfter(day)
                && record.find(SignOffRecord.EXPIRES).filter(day::isAfter).isEmpty();
        return inForce
                && purpose(record)
                        .or(() -> foreign(record, SignOffRecord.ROLE, role))
                        .or(() -> foreign(record, SignOffRecord.SERVICE, asked.service()))
                        .or(() -> stage(record))
                        .or(() -> signer(record))
                        .isEmpty();
    }

    /** A waiver's approval is not one of the content, and the other way round. */
    Optional<Absence> purpose(Entry record) {
        var written = record.find(SignOffRecord.REQUIREMENT);
        if (written.equals(requirement)) {
            return Optional.empty();
        }
        var place = record.placeOf(SignOffRecord.REQUIREMENT);
        var is = written.map(id -> "a waiver of " + quoted(id)).orElse("the content");
        var demanded = requirement.map(id -> "a waiver of " + id).orElse("the content");
        return refused(
                Reason.FOREIGN,
                "The sign-off approves " + is + ", and what is needed is approval of " + demanded,
                requirement
                        .map(id -> "Have a record signed with requirement: " + id)
                        .orElse("Have a record signed without requirement"),
                place);
    }

    private static Optional<Absence> foreign(Entry record, Field<String> field, String demanded) {
        var written = record.get(field);
        return written.equals(demanded)
                ? Optional.empty()
                : refused(
                        Reason.FOREIGN,
                        "The sign-off is for the " + field.name() + " " + quoted(written) + ", not for " + demanded,
                        "Name the record of the " + field.name() + " " + demanded + ", or have one signed",
                        record.placeOf(field));
    }

    private Optional<Absence> stage(Entry record) {
        var approved = record.get(SignOffRecord.STAGE);
        return asked.includes(approved)
                ? Optional.empty()
                : refused(
                        Reason.FOREIGN,
                        "The role " + role + " signed for the stage " + quoted(approved)
                                + ", and the stage asked for is " + asked.stage(),
                        "Have the role " + role + " sign for the stage " + asked.stage(),
                        record.placeOf(SignOffRecord.STAGE));
    }

    private Optional<Absence> signer(Entry record) {
        var signer = record.get(SignOffRecord.SIGNER);
        var place = record.placeOf(SignOffRecord.SIGNER);
        if (!rules.allows(signer)) {
            return refused(
                    Reason.INVALID,
                    "The signer " + quoted(signer) + " is not among those whom the policy lists for the role " + role,
                    "Have it signed by one of those whom the policy lists",
                    place);
        }
        if (rules.mustNotBeAuthor() && !signer.matches("[^@\\s]+@[^@\\s]+")) {
            return refused(
                    Reason.UNVERIFIABLE,
                    "The signer " + quoted(signer)
                            + " is no e-mail address, so that nobody can tell whether it is an author",
                    "Name the signer by the e-mail address that is used in commits",
                    place);
        }
        return Optional.empty();
    }

    private Optional<Absence> dates(Entry record) {
        var date = record.get(SignOffRecord.DATE);
        if (date.isAfter(asked.today())) {
            return refused(
                    Reason.INVALID,
                    "The sign-off of the role " + role + " is dated " + date + ", and today is " + asked.today()
                            + " in UTC",
                    "Correct the date, or wait for the day",
                    record.placeOf(SignOffRecord.DATE));
        }
        var expires = record.find(SignOffRecord.EXPIRES);
        if (expires.filter(date::isAfter).isPresent()) {
            return refused(
                    Reason.INVALID,
                    "The sign-off of the role " + role + " expires on " + expires.get() + ", before its date, " + date,
                    "Correct the dates",
                    record.placeOf(SignOffRecord.EXPIRES));
        }
        if (expires.filter(asked.today()::isAfter).isPresent()) {
            return refused(
                    Reason.STALE,
                    "The sign-off of the role " + role + " held through " + expires.get() + ", and today is "
                            + asked.today() + " in UTC",
                    "Have the role " + role + " sign again",
                    record.placeOf(SignOffRecord.EXPIRES));
        }
        return Optional.empty();
    }

    private static Optional<Absence> refused(Reason reason, String message, String mend, Place place) {
        return Optional.of(Absence.of(reason, message, mend, place));
    }

    SignOff signOff(Entry record) {
        return new SignOff(
                record.get(SignOffRecord.ROLE),
                record.get(SignOffRecord.SIGNER),
                record.get(SignOffRecord.DATE),
                record.find(SignOffRecord.EXPIRES),
                rules.may(),
                record.get(SignOffRecord.COVERED),
                record.place());
    }
}
