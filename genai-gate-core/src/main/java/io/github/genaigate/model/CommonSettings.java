package io.github.genaigate.model;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The settings that every criterion has. The gate applies all but the confidence before a criterion sees a fact. */
public final class CommonSettings {

    /** Of one-sided statements about shares. */
    public static final Setting<Share> CONFIDENCE = Setting.of(
                    "confidence",
                    Kind.SHARE,
                    Strictness.larger(),
                    "How sure a statement from samples must be: the chance that a true statement is not refuted by bad luck.")
            .orElse(Share.parse("95 %").value().orElseThrow());

    public static final Setting<Assurance> ASSURANCE = Setting.of(
            "assurance", Kind.word(Assurance.class), Strictness.larger(), "The weakest proof that is accepted.");

    public static final Setting<Duration> MAX_AGE = Setting.of(
            "maxAge", Kind.DURATION, Strictness.smaller(), "The greatest age of evidence, by the time inside it.");

    public static final Setting<Binding> BINDING = Setting.of(
            "binding",
            Kind.word(Binding.class),
            Strictness.larger(),
            "How firmly evidence must be tied to the covered content.");

    public static final List<Setting<?>> ALL = List.of(CONFIDENCE, ASSURANCE, MAX_AGE, BINDING);

    private CommonSettings() {}

    /** The common settings and those of one criterion. */
    public static List<Setting<?>> and(List<Setting<?>> own) {
        return Stream.concat(ALL.stream(), own.stream()).toList();
    }
}
