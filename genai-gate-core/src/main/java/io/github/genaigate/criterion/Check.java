package io.github.genaigate.criterion;

import io.github.genaigate.model.CommonSettings;
import io.github.genaigate.model.Demand;
import io.github.genaigate.model.Entry;
import io.github.genaigate.model.Field;
import io.github.genaigate.model.Origin;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Problem;
import io.github.genaigate.model.Share;
import io.github.genaigate.statistics.ShareTest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/** Collects what the declarations alone cannot say about a demand. */
final class Check {

    private final Demand demand;
    private final List<Problem> problems = new ArrayList<>();

    Check(Demand demand) {
        this.demand = demand;
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    Check problem(Place place, String what, String mend) {
        problems.add(new Problem(place, what, mend));
        return this;
    }

    /** The policy asks for nothing, and nothing is no proof of anything. */
    Check demandsSomething(boolean something, String mend) {
        return something
                ? this
                : problem(requirement(), "Requirement " + demand.requirement() + " demands nothing", mend);
    }

    /** Where the policy speaks of the requirement, as far as is known; else the manifest. */
    Place requirement() {
        return demand.settings().origins().values().stream()
                .map(Origin::place)
                .findFirst()
                .orElse(demand.claims().manifest());
    }

    /** Statements from samples need a confidence between one half and one. */
    Check confidence() {
        var confidence = demand.settings().get(CommonSettings.CONFIDENCE);
        if (!ShareTest.usable(confidence)) {
            problem(
                    demand.settings()
                            .origin(CommonSettings.CONFIDENCE)
                            .map(Origin::place)
                            .orElseGet(this::requirement),
                    "confidence is " + confidence + ", and samples are judged at 50 % or more and less than 100 %",
                    "Write a confidence such as 95 %");
        }
        return this;
    }

    /** A share that some number of samples can prove, and that says something. */
    Check provable(Entry entry, Field<Share> field, String what) {
        entry.find(field).ifPresent(share -> {
            if (share.fraction().compareTo(BigDecimal.ONE) == 0) {
                problem(
                        entry.placeOf(field),
                        what + " demands 100 %, which no number of samples proves",
                        "Write a share below 100 %, such as 99.9 %");
            } else if (share.fraction().signum() == 0) {
                problem(entry.placeOf(field), what + " demands 0 %, which is nothing", "Write a share such as 95 %");
            }
        });
        return this;
    }

    /** No two entries of one name. */
    Check unique(List<Entry> entries, Field<String> name, String what) {
        var seen = new HashSet<String>();
        entries.stream().filter(entry -> entry.find(name).isPresent()).forEach(entry -> {
            if (!seen.add(entry.get(name))) {
                problem(
                        entry.placeOf(name),
                        what + " " + Words.brief(entry.get(name)) + " is written twice",
                        "Give each " + what.toLowerCase(Locale.ROOT) + " a name of its own, or merge the two");
            }
        });
        return this;
    }
}
