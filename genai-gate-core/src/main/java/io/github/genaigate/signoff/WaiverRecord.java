package io.github.genaigate.signoff;

import static io.github.genaigate.input.Text.quoted;

import io.github.genaigate.input.YamlScalar;
import io.github.genaigate.model.Absence;
import io.github.genaigate.model.Entry;
import io.github.genaigate.model.Field;
import io.github.genaigate.model.Reason;
import io.github.genaigate.model.Values;
import java.util.LinkedHashMap;
import java.util.Optional;

/**
 * What a record must say to approve a waiver: all that the manifest says of it, so that whoever signs reads it, and nobody
 * changes it afterwards.
 */
record WaiverRecord(WaiverRequest request) {

    private static final String SIGNER = "the signer's e-mail address";

    /** Why the waiver is another one than the record approves; empty when it is the same. */
    Optional<Absence> difference(Entry record) {
        return other(record, SignOffRecord.STAGE, Optional.of(request.stage()))
                .or(() -> issues(record))
                .or(() -> other(record, SignOffRecord.REASON, Optional.of(request.reason())))
                .or(() -> other(record, SignOffRecord.TICKET, Optional.of(request.ticket())))
                .or(() -> other(record, SignOffRecord.EXPIRES, Optional.of(request.expires())));
    }

    private Optional<Absence> issues(Entry record) {
        var approved = record.find(SignOffRecord.ISSUES)
                .map(issues -> issues.stream().sorted().distinct().toList());
        var asked = Optional.of(request.issues()).filter(issues -> !issues.isEmpty());
        return approved.equals(asked) ? Optional.empty() : Optional.of(changed(record, SignOffRecord.ISSUES, asked));
    }

    private <T> Optional<Absence> other(Entry record, Field<T> field, Optional<T> asked) {
        return record.find(field).equals(asked) ? Optional.empty() : Optional.of(changed(record, field, asked));
    }

    private Absence changed(Entry record, Field<?> field, Optional<?> asked) {
        return Absence.of(
                Reason.FOREIGN,
                "The waiver of " + request.requirement() + " is not the one that was approved: " + field.name() + " is "
                        + shown(asked) + " in the manifest and " + shown(record.find(field)) + " in the record",
                "Undo the change, or have the waiver approved as it is now",
                record.placeOf(field));
    }

    private static String shown(Optional<?> value) {
        return value.map(Values::text).map(text -> quoted(text)).orElse("not written");
    }

    /** The record to sign, but for who signs, as YAML on one line. */
    String text(String role, Asked asked, String covered) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put(SignOffRecord.API_VERSION.name(), "genai-gate/v1");
        fields.put(SignOffRecord.KIND.name(), "SignOff");
        fields.put(SignOffRecord.ROLE.name(), role);
        fields.put(SignOffRecord.SIGNER.name(), SIGNER);
        fields.put(SignOffRecord.SERVICE.name(), asked.service());
        fields.put(SignOffRecord.STAGE.name(), request.stage());
        fields.put(SignOffRecord.COVERED.name(), covered);
        fields.put(SignOffRecord.DATE.name(), asked.today());
        fields.put(SignOffRecord.EXPIRES.name(), request.expires());
        fields.put(SignOffRecord.REQUIREMENT.name(), request.requirement());
        if (!request.issues().isEmpty()) {
            fields.put(SignOffRecord.ISSUES.name(), request.issues());
        }
        fields.put(SignOffRecord.REASON.name(), request.reason());
        fields.put(SignOffRecord.TICKET.name(), request.ticket());
        return Values.text(fields, YamlScalar::of);
    }
}
