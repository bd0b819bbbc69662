package io.github.genaigate.signoff;

import io.github.genaigate.model.Absence;
import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Lookup;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Reason;
import io.github.genaigate.model.SignOff;
import io.github.genaigate.model.Spans;
import io.github.genaigate.model.Waiver;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides which waivers are valid. Nothing else does.
 *
 * @param terms what the policy allows; empty when it has no {@code waivers} block, and then none is valid
 * @param rules what the policy demands of each role
 * @param signOffs the approvals
 */
public record WaiverCheck(Optional<WaiverTerms> terms, Map<String, RoleRules> rules, SignOffs signOffs) {

    public WaiverCheck {
        rules = Map.copyOf(rules);
    }

    /**
     * The waivers asked for, in the same order, each valid or absent with the reason why it is void. When more are valid than
     * may be open at once, none is: which of them to give up is not for the gate to choose.
     */
    public List<Lookup<Waiver>> decide(List<WaiverRequest> requests) {
        var each = requests.stream().map(this::one).toList();
        long open = each.stream().filter(waiver -> waiver.absence().isEmpty()).count();
        var most = terms.flatMap(WaiverTerms::maxOpen);
        if (most.isEmpty() || open <= most.get()) {
            return each;
        }
        var tooMany = Absence.of(
                Reason.INVALID,
                open + " waivers are open at once, and the policy allows " + most.get(),
                "Meet one of the requirements and remove its waiver");
        return each.stream().map(waiver -> waiver.refusedFor(tooMany)).toList();
    }

    private Lookup<Waiver> one(WaiverRequest request) {
        var name = "The waiver of " + request.requirement();
        if (terms.isEmpty()) {
            return refused(
                    Reason.INVALID, name + " is void: the policy allows no waivers", "Meet the requirement", request);
        }
        if (!request.waivable()) {
            return refused(
                    Reason.INVALID,
                    name + " is void: the policy lets nobody waive this requirement",
                    "Meet the requirement, and remove the waiver",
                    request);
        }
        var today = signOffs.asked().today();
        if (request.expires().isBefore(today)) {
            return refused(
                    Reason.STALE,
                    name + " held through " + request.expires() + ", and today is " + today + " in UTC",
                    "Meet the requirement, or have a new waiver approved",
                    request);
        }
        return signOffs.waiver(
                        request.approval(), request.requirement(), terms.get().approvers(), rules)
                .then(approval -> approved(request, approval, terms.get(), name));
    }

    private static Lookup<Waiver> approved(WaiverRequest request, SignOff approval, WaiverTerms terms, String name) {
        var latest = last(approval.date(), terms);
        if (request.expires().isAfter(latest)) {
            return refused(
                    Reason.INVALID,
                    name + " is to hold through " + request.expires() + "; it was approved on " + approval.date()
                            + ", and the policy allows " + Spans.format(terms.maxDuration()),
                    "Write expires: " + latest + " or an earlier day",
                    request);
        }
        var expires = approval.expires().filter(request.expires()::isAfter).orElse(request.expires());
        return Lookup.found(
                new Waiver(
                        request.requirement(),
                        request.reason(),
                        request.ticket(),
                        approval.signer(),
                        approval.date(),
                        expires,
                        request.place()),
                Assurance.DECLARED);
    }

    private static LocalDate last(LocalDate approved, WaiverTerms terms) {
        return approved.plusDays(terms.maxDuration().toDays());
    }

    private static Lookup<Waiver> refused(Reason reason, String message, String mend, WaiverRequest request) {
        Place place = request.place();
        return Lookup.absent(Absence.of(reason, message, mend, place));
    }
}
