package io.github.genaigate.criterion;

import static io.github.genaigate.criterion.Fixture.DOUBT;
import static io.github.genaigate.criterion.Fixture.NOT_THERE;
import static io.github.genaigate.criterion.Fixture.NOW;

import io.github.genaigate.model.Absence;
import io.github.genaigate.model.Activity;
import io.github.genaigate.model.Activity.Contributor;
import io.github.genaigate.model.Alerts;
import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Cases;
import io.github.genaigate.model.Components;
import io.github.genaigate.model.Content;
import io.github.genaigate.model.Document;
import io.github.genaigate.model.Facts;
import io.github.genaigate.model.Figures;
import io.github.genaigate.model.Glob;
import io.github.genaigate.model.Histogram;
import io.github.genaigate.model.Issues;
import io.github.genaigate.model.Lineage;
import io.github.genaigate.model.Load;
import io.github.genaigate.model.Lookup;
import io.github.genaigate.model.Measurement;
import io.github.genaigate.model.Moments;
import io.github.genaigate.model.Needs;
import io.github.genaigate.model.Owner;
import io.github.genaigate.model.Ownership;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Prices;
import io.github.genaigate.model.QualityCheck;
import io.github.genaigate.model.Question;
import io.github.genaigate.model.Samples;
import io.github.genaigate.model.Severity;
import io.github.genaigate.model.SignOff;
import io.github.genaigate.model.Slice;
import io.github.genaigate.model.Tally;
import io.github.genaigate.model.Timeline;
import io.github.genaigate.model.Usage;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Facts that prove every sample of a criterion, and facts of any sort. */
final class RandomFacts {

    static final Owner OWNER = new Owner("accountable", "kim@acme.example", new Place("genai-gate.yaml", 8, 5));

    private static final Place PLACE = new Place("somewhere", 1, 1);
    private static final int SECONDS = 500;
    private static final String LONG = "x".repeat(100_000);

    private RandomFacts() {}

    /** For each shape of measurement, facts with which a claim on that shape holds. */
    static Stream<Facts> good(Needs needs) {
        var random = new Random(0);
        return Stream.of(
                        samples(needs, 20, () -> Tally.exact(10_000, 0, 0)),
                        cases(200, () -> Cases.Result.PASSED),
                        new Issues(List.of(new Issues.Run("SpotBugs", Optional.empty(), Optional.empty(), List.of()))),
                        lineage(List.of("file handbook"), () -> Lineage.State.SUCCEEDED),
                        ownership(),
                        figures(),
                        document(20, Optional.empty()),
                        alerts(true),
                        components("proprietary"))
                .map(measurement -> new Facts(
                        NOW,
                        Map.of(
                                "evidence", Lookup.found(measurement, Assurance.MEASURED),
                                "prices", Lookup.found(prices(), Assurance.MEASURED)),
                        content(random, 3),
                        Map.of("risk", Lookup.found(signOff(), Assurance.DECLARED)),
                        Lookup.found(ownership(), Assurance.MEASURED),
                        Lookup.found(activity(0), Assurance.MEASURED)));
    }

    static Facts doubted(Facts facts, Absence why) {
        var evidence = new HashMap<String, Lookup<Measurement>>();
        facts.evidence().forEach((name, lookup) -> evidence.put(name, lookup.doubtedFor(why)));
        var signOffs = new HashMap<String, Lookup<SignOff>>();
        facts.signOffs().forEach((role, lookup) -> signOffs.put(role, lookup.doubtedFor(why)));
        return new Facts(
                facts.at(),
                evidence,
                facts.content().doubtedFor(why),
                signOffs,
                facts.ownership().doubtedFor(why),
                facts.activity().doubtedFor(why));
    }

    static Facts any(Random random, Needs needs) {
        Map<String, Lookup<Measurement>> evidence = new HashMap<>();
        if (random.nextInt(10) > 0) {
            evidence.put("evidence", lookup(random, measurement(random, needs)));
        }
        if (random.nextInt(10) > 0) {
            evidence.put("prices", lookup(random, random.nextInt(5) > 0 ? prices() : measurement(random, needs)));
        }
        return new Facts(
                NOW,
                evidence,
                random.nextBoolean() ? Lookup.absent(NOT_THERE) : content(random, random.nextInt(20)),
                random.nextBoolean() ? Map.of() : Map.of("risk", lookup(random, signOff())),
                lookup(random, ownership()),
                lookup(random, activity(random.nextInt(200) - 100)));
    }

    private static <T> Lookup<T> lookup(Random random, T value) {
        return switch (random.nextInt(3)) {
            case 0 -> Lookup.absent(NOT_THERE);
            case 1 -> Lookup.doubtful(value, Assurance.SUMMARY, DOUBT);
            default -> Lookup.found(value, Assurance.MEASURED);
        };
    }

    private static Measurement measurement(Random random, Needs needs) {
        return switch (random.nextInt(11)) {
            case 8 -> document(random.nextInt(40), random.nextBoolean() ? Optional.of(LONG) : Optional.empty());
            case 9 -> alerts(random.nextBoolean());
            case 0 -> samples(needs, random.nextInt(40), () -> tally(random));
            case 5 -> new Cases(List.of(), Optional.of(usage(random)));
            case 6 -> figures(random);
            case 7 -> prices();
            case 10 -> components(random.nextBoolean() ? "proprietary" : LONG);
            case 1 -> cases(random.nextInt(60), () -> pick(random, Cases.Result.values()));
            case 2 -> issues(random);
            case 3 ->
                lineage(
                        random.nextBoolean() ? List.of() : List.of("file handbook", "s3 handbook", LONG + " " + LONG),
                        () -> pick(random, Lineage.State.values()));
            default -> ownership();
        };
    }

    /** With as many requests each second; every question is answered for each of them. */
    private static Samples samples(Needs needs, int perSecond, Supplier<Tally> tally) {
        var answers = new HashMap<Question, Tally>();
        var histograms = new HashMap<Question, Histogram>();
        var series = new HashMap<Question, Timeline<Slice>>();
        needs.evidence().getOrDefault("evidence", java.util.Set.of()).forEach(question -> {
            answers.put(question, tally.get());
            var counts = new TreeMap<Integer, Long>();
            counts.put(Histogram.bucket(1_000_000), answers.get(question).trials());
            histograms.put(question, new Histogram(counts));
            series.put(question, Timeline.empty());
        });
        var operations = new TreeMap<String, Samples.Count>();
        operations.put("chat", new Samples.Count(SECONDS * (long) perSecond, 0));
        var bins = new TreeMap<Long, Load.Moment>();
        for (long second = 0; second < SECONDS && perSecond > 0; second++) {
            bins.put(second, new Load.Moment(perSecond, 0, 100_000L * perSecond));
        }
        var load = new Load(Instant.EPOCH, Instant.ofEpochSecond(SECONDS), new Timeline<>(0, bins));
        return new Samples(
                Optional.empty(),
                Optional.empty(),
                operations,
                answers,
                histograms,
                perSecond > 0 ? series : Map.of(),
                perSecond > 0 ? List.of(load) : List.of(),
                Optional.of(usage()),
                perSecond % 2 == 0 ? Optional.empty() : Optional.of(new Samples.WarmUp(Duration.ofSeconds(99), 0)));
    }

    private static Usage usage() {
        return new Usage(
                new TreeMap<>(Map.of("openai:small", new Usage.Tokens(moments(1_000), moments(200), Moments.NONE))));
    }

    /** A hundred numbers around the one given. */
    private static Moments moments(int mean) {
        return IntStream.range(-50, 50)
                .mapToObj(i -> Moments.of(BigDecimal.valueOf(mean + i)))
                .reduce(Moments.NONE, Moments::plus);
    }

    private static Usage usage(Random random) {
        var models = new TreeMap<String, Usage.Tokens>();
        for (int i = random.nextInt(4); i > 0; i--) {
            var input = anyMoments(random);
            models.put(
                    pick(random, new String[] {"openai:small", "small", "", LONG}),
                    new Usage.Tokens(
                            input,
                            random.nextBoolean() ? input : anyMoments(random),
                            random.nextBoolean() ? Moments.NONE : input));
        }
        return new Usage(models);
    }

    private static Moments anyMoments(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> Moments.NONE;
            case 1 -> moments(random.nextInt(2_000_000));
            case 2 -> new Moments(random.nextInt(100), BigDecimal.valueOf(random.nextInt()), Optional.empty());
            case 3 ->
                new Moments(
                        random.nextLong() >>> 1,
                        new BigDecimal("1e300"),
                        Optional.of(new BigDecimal(random.nextBoolean() ? "1e900" : "0")));
            default -> Moments.of(BigDecimal.ONE);
        };
    }

    private static Prices prices() {
        var rates = new Prices.Rates(new BigDecimal("2.5e-6"), new BigDecimal("1e-5"), new BigDecimal("1.25e-6"));
        var tiered = new Prices.Price(
                rates,
                rates.max(new Prices.Rates(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE)),
                Optional.of(200_000L),
                Optional.empty());
        return new Prices(
                "USD",
                new TreeMap<>(Map.of("small", tiered)),
                new TreeMap<>(Map.of(
                        "gpt-4o-2024-08-06", new Prices.Lifecycle(Prices.Lifecycle.Status.OFFERED, Optional.empty()))));
    }

    private static Components components(String licence) {
        return new Components(List.of(new Components.Component(
                Components.Type.MODEL,
                new TreeSet<>(List.of("gpt-4o-2024-08-06")),
                new TreeSet<>(),
                new TreeSet<>(List.of(licence)),
                Optional.empty(),
                PLACE)));
    }

    private static Figures figures() {
        return new Figures(List.of(
                figure("handling-time", "before", new Figures.Value.Sampled(moments(100))),
                figure("handling-time", "after", new Figures.Value.Sampled(moments(10))),
                figure("solved", "before", new Figures.Value.Counted(1_000, 300)),
                figure("solved", "after", new Figures.Value.Counted(1_000, 500))));
    }

    private static Figures figures(Random random) {
        var all = new ArrayList<Figures.Figure>();
        for (int i = random.nextInt(6); i > 0; i--) {
            var value = switch (random.nextInt(3)) {
                case 0 -> new Figures.Value.Sampled(anyMoments(random));
                case 1 -> new Figures.Value.Counted(random.nextLong() >>> random.nextInt(1, 60), 0);
                default ->
                    new Figures.Value.Reported(
                            random.nextBoolean() ? OptionalLong.empty() : OptionalLong.of(random.nextLong()),
                            BigDecimal.valueOf(random.nextInt()),
                            random.nextBoolean()
                                    ? Optional.empty()
                                    : Optional.of(BigDecimal.valueOf(random.nextInt())));
            };
            all.add(figure(
                    pick(random, new String[] {"handling-time", "solved", LONG}),
                    pick(random, new String[] {"before", "after", LONG}),
                    value));
        }
        return new Figures(all);
    }

    private static Figures.Figure figure(String name, String arm, Figures.Value value) {
        return new Figures.Figure(name, Optional.of(arm), value, PLACE);
    }

    private static Tally tally(Random random) {
        long trials = switch (random.nextInt(4)) {
            case 0 -> 0;
            case 1 -> random.nextInt(100);
            case 2 -> random.nextInt(1_000_000);
            default -> random.nextLong() >>> 1;
        };
        long least = (long) (trials * Math.pow(random.nextDouble(), 4));
        long most = random.nextBoolean() ? least : least + (long) ((trials - least) * random.nextDouble());
        return new Tally(trials, least, most, random.nextInt(4) == 0 ? random.nextInt(50) : 0);
    }

    private static Cases cases(int count, Supplier<Cases.Result> result) {
        var all = new ArrayList<Cases.Case>();
        for (int i = 0; i < count; i++) {
            var ended = result.get();
            boolean passed = ended == Cases.Result.PASSED;
            // What did not pass has all that can be wrong beside: no judge, no score worth the name, no answer of its
            // own.
            all.add(new Cases.Case(
                    "case-" + i,
                    passed
                            ? Map.of(
                                    "category", "grounded", "judge", "mistral-large-2411", "model", "gpt-4o-2024-08-06")
                            : Map.of("category", "grounded", "judge", LONG, "model", LONG),
                    ended,
                    passed
                            ? Map.of("tone", BigDecimal.ONE)
                            : Map.of("tone", new BigDecimal("1e-900"), LONG, BigDecimal.TEN),
                    !passed,
                    PLACE));
        }
        return new Cases(all);
    }

    private static Issues issues(Random random) {
        var runs = new ArrayList<Issues.Run>();
        for (int i = random.nextInt(3); i > 0; i--) {
            var found = new ArrayList<Issues.Issue>();
            for (int j = random.nextInt(8); j > 0; j--) {
                found.add(new Issues.Issue(
                        LONG,
                        pick(random, Severity.values()),
                        LONG,
                        PLACE,
                        pick(random, Issues.State.values()),
                        Optional.empty()));
            }
            runs.add(new Issues.Run(
                    random.nextBoolean() ? "SpotBugs" : LONG,
                    Optional.of(LONG),
                    random.nextBoolean() ? Optional.empty() : Optional.of(DOUBT),
                    found));
        }
        return new Issues(runs);
    }

    private static Lineage lineage(List<String> datasets, Supplier<Lineage.State> state) {
        var runs = new ArrayList<Lineage.Run>();
        for (String dataset : datasets) {
            var named = new Lineage.Dataset(dataset.split(" ")[0], dataset.split(" ")[1]);
            runs.add(new Lineage.Run(
                    "run " + runs.size(),
                    LONG,
                    state.get(),
                    Optional.empty(),
                    new TreeSet<>(List.of(named)),
                    new TreeSet<>()));
        }
        var checks = runs.stream()
                .map(run -> new QualityCheck(
                        run.id(),
                        run.inputs(),
                        run.state() == Lineage.State.SUCCEEDED
                                ? QualityCheck.Result.PASSED
                                : QualityCheck.Result.FAILED,
                        false,
                        Optional.empty()))
                .toList();
        return new Lineage(runs, new TreeSet<>(), checks);
    }

    private static Ownership ownership() {
        var rule = new Ownership.Rule(new Glob("src/**"), List.of("kim@acme.example"), false, PLACE);
        return new Ownership(List.of(new Ownership.Part("", false, List.of(rule))));
    }

    private static Document document(int words, Optional<String> placeholder) {
        return new Document(
                new TreeSet<>(List.of("src/0")),
                new TreeSet<>(placeholder.isPresent() ? List.of(LONG) : List.of()),
                Stream.of("1. Purpose", "Risks:", LONG)
                        .map(title -> new Document.Section(title, words, placeholder, PLACE))
                        .toList());
    }

    private static Alerts alerts(boolean whole) {
        var link = Optional.of(whole ? "https://wiki.acme.io/late" : LONG);
        return new Alerts(List.of(
                new Alerts.Alert("AnswersAreLate", Optional.of("critical"), link, PLACE),
                new Alerts.Alert(LONG, whole ? Optional.empty() : Optional.of(LONG), link, PLACE)));
    }

    private static Lookup<Content> content(Random random, int paths) {
        var all = new ArrayList<String>();
        for (int i = 0; i < paths; i++) {
            all.add((random.nextInt(20) > 0 ? "src/" : "other/") + i);
        }
        return Lookup.found(new Content(Optional.empty(), "sha256:00", false, "", all), Assurance.MEASURED);
    }

    private static SignOff signOff() {
        return new SignOff(
                "risk",
                "risk@acme.example",
                LocalDate.parse("2026-11-20"),
                Optional.empty(),
                SignOff.Signers.LISTED,
                "x",
                PLACE);
    }

    private static Activity activity(int daysAgo) {
        var kim = new Contributor(new TreeSet<>(List.of("kim@acme.example")), 1, NOW.minus(Duration.ofDays(daysAgo)));
        return new Activity(NOW.minus(Duration.ofDays(90)), List.of(kim));
    }

    private static <T> T pick(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }
}
