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
import java.util.stream.IntStream;

/**
 * Decides which waivers are valid. Nothing else does.
 *
 * @param terms what the policy allows; empty when it has no {@code waivers} block, and then none is valid
 * @param rules what the policy demands of each role
 * @param signOffs the approvals
 * @param renewals the history of the approvals
 */
public record WaiverCheck(
        Optional<WaiverTerms> terms, Map<String, RoleRules> rules, SignOffs signOffs, Renewals renewals) {

    public WaiverCheck {
        rules = Map.copyOf(rules);
    }

    /**
     * The waivers asked for, in the same order, each valid or absent with the reason why it is void. When more are valid than
     * may be open at once, none is: which of them to give up is not for the gate to choose.
     */
    public List<Lookup<Waiver>> decide(List<WaiverRequest> requests) {
        var each = requests.stream().map(this::one).toList();
        return IntStream.range(0, each.size())
                .mapToObj(i -> tooMany(requests, each, requests.get(i))
                        .map(why -> each.get(i).refusedFor(why))
                        .orElse(each.get(i)))
                .toList();
    }

    /** Why there are too many beside a waiver, in all or for a stage for which it holds. */
    private Optional<Absence> tooMany(List<WaiverRequest> requests, List<Lookup<Waiver>> each, WaiverRequest request) {
        var open = IntStream.range(0, each.size())
                .filter(i -> each.get(i).absence().isEmpty())
                .mapToObj(requests::get)
                .toList();
        return terms.flatMap(WaiverTerms::maxOpen)
                .flatMap(most -> tooMany(open.size(), most, "at once"))
                .or(() -> terms.stream()
                        .flatMap(granted -> granted.maxOpenAt().entrySet().stream())
                        .filter(limit -> covers(request, limit.getKey()))
                        .flatMap(limit -> tooMany(
                                open.stream()
                                        .filter(one -> covers(one, limit.getKey()))
                                        .count(),
                                limit.getValue(),
                                "for the stage " + limit.getKey())
                                .stream())
                        .findFirst());
    }

    private boolean covers(WaiverRequest request, String stage) {
        return Asked.covers(signOffs.asked().stages(), request.stage(), stage);
    }

    private static Optional<Absence> tooMany(long open, int most, String where) {
        return open <= most
                ? Optional.empty()
                : Optional.of(Absence.of(
                        Reason.INVALID,
                        open + (open == 1 ? " waiver is" : " waivers are") + " open " + where
                                + ", and the policy allows " + most,
                        "Meet one of the requirements and remove its waiver"));
    }

    private Lookup<Waiver> one(WaiverRequest request) {
        var name = "The waiver of " + request.requirement();
        var today = signOffs.asked().today();
        if (request.hasLapsed(today)) {
            return refused(
                    Reason.STALE,
                    name + " held through " + request.expires() + ", and today is " + today + " in UTC",
                    "Meet the requirement and remove the waiver, or have a new one approved",
                    request);
        }
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
        return signOffs.waiver(request, terms.get().approvers(), rules)
                .then(approval -> approved(request, approval, terms.get(), name));
    }

    private Lookup<Waiver> approved(WaiverRequest request, SignOff approval, WaiverTerms terms, String name) {
        var latest = last(approval.date(), terms);
        if (request.expires().isAfter(latest)) {
            return refused(
                    Reason.INVALID,
                    name + " is to hold through " + request.expires() + "; it was approved on " + approval.date()
                            + ", and the policy allows " + Spans.format(terms.maxDuration()),
                    "Write expires: " + latest + " or an earlier day, and have it approved so",
                    request);
        }
        return renewed(request, terms, name)
                .map(renewals -> new Waiver(
                        request.requirement(),
                        request.stage(),
                        request.issues(),
                        request.reason(),
                        request.ticket(),
                        approval.signer(),
                        approval.date(),
                        request.expires(),
                        renewals,
                        request.place()));
    }

    /** How often it was renewed; empty when nobody can tell and nobody minds. */
    private Lookup<Optional<Integer>> renewed(WaiverRequest request, WaiverTerms terms, String name) {
        var known = renewals.of(request);
        if (known.absence().isPresent()) {
            var why = known.absence().get();
            return terms.maxRenewals().isEmpty()
                    ? Lookup.found(Optional.empty(), Assurance.DECLARED)
                    : refused(
                            Reason.UNVERIFIABLE,
                            name + " is void, since nobody can tell how often it was renewed: " + why.message(),
                            why.mend(),
                            request);
        }
        return known.then(
                times -> terms.maxRenewals().filter(most -> times > most).isEmpty()
                        ? Lookup.found(Optional.of(times), Assurance.DECLARED)
                        : refused(
                                Reason.INVALID,
                                name + " was renewed " + times(times)
                                        + " by the history of its approvals, and the policy allows "
                                        + times(terms.maxRenewals().orElseThrow()),
                                "Meet the requirement, and remove the waiver",
                                request));
    }

    private static String times(int number) {
        return number == 1 ? "once" : number + " times";
    }

    private static LocalDate last(LocalDate approved, WaiverTerms terms) {
        return approved.plusDays(terms.maxDuration().toDays());
    }

    private static <T> Lookup<T> refused(Reason reason, String message, String mend, WaiverRequest request) {
        Place place = request.place();
        return Lookup.absent(Absence.of(reason, message, mend, place));
    }
}
