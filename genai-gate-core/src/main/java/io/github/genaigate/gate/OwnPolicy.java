package io.github.genaigate.gate;

import io.github.genaigate.model.Absence;
import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.CommonSettings;
import io.github.genaigate.model.Demand;
import io.github.genaigate.model.Judgement;
import io.github.genaigate.model.Lookup;
import io.github.genaigate.model.Origin;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Reason;

/** What rests on a policy in the tree under judgement is declared at the most: whoever is judged may have written the demand. */
final class OwnPolicy {

    private OwnPolicy() {}

    /**
     * The judgement with no more assurance than that, and nothing met where more is demanded.
     *
     * @param digest of the policy, for the mend
     */
    static Judgement capped(Judgement judgement, Demand demand, String digest) {
        var known = Lookup.found(judgement, Assurance.DECLARED);
        var demanded = demand.settings().find(CommonSettings.ASSURANCE);
        var capped = demanded.isEmpty() || demanded.get() == Assurance.DECLARED
                ? known
                : known.doubtedFor(Absence.of(
                        Reason.WEAK_ASSURANCE,
                        "The requirement " + demand.requirement()
                                + " rests on a policy in the tree under judgement, so that its"
                                + " proof is declared, and " + demanded.get().word() + " is demanded",
                        "Pin the policy on the command line with -Dgenai-gate.policyDigest=" + digest
                                + ", or name one from outside of the tree",
                        demand.settings().origin(CommonSettings.ASSURANCE).map(Origin::place).stream()
                                .toArray(Place[]::new)));
        return new Judgement(capped.judge(demand.requirement(), Judgement::parts));
    }
}
