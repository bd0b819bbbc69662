package io.github.genaigate.gate;

import io.github.genaigate.model.Absence;
import io.github.genaigate.model.CommonSettings;
import io.github.genaigate.model.Lookup;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Reason;
import io.github.genaigate.model.Settings;

/** The demand that a proof be good enough. */
final class Assured {

    private Assured() {}

    /** The same fact, doubted when its proof is weaker than the settings demand. */
    static <T> Lookup<T> atLeast(Lookup<T> fact, Settings settings, String what, Place place) {
        var demanded = settings.find(CommonSettings.ASSURANCE);
        if (demanded.isEmpty() || fact.assurance().compareTo(demanded.get()) >= 0) {
            return fact;
        }
        return fact.doubtedFor(Absence.of(
                Reason.WEAK_ASSURANCE,
                what + " is " + fact.assurance().word() + ", and "
                        + demanded.get().word() + " is demanded",
                "Give a stronger proof: the tool's raw measurements instead of a summary or a statement",
                place));
    }
}
