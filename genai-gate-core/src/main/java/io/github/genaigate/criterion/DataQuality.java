package io.github.genaigate.criterion;

import io.github.genaigate.criterion.DeclaredDataset.Name;
import io.github.genaigate.model.About;
import io.github.genaigate.model.CommonSettings;
import io.github.genaigate.model.Demand;
import io.github.genaigate.model.Entry;
import io.github.genaigate.model.Facts;
import io.github.genaigate.model.Field;
import io.github.genaigate.model.Judgement;
import io.github.genaigate.model.Kind;
import io.github.genaigate.model.Lineage;
import io.github.genaigate.model.Lookup;
import io.github.genaigate.model.Needs;
import io.github.genaigate.model.Part;
import io.github.genaigate.model.Problem;
import io.github.genaigate.model.Reason;
import io.github.genaigate.model.Section;
import io.github.genaigate.model.Setting;
import io.github.genaigate.model.Shape;
import io.github.genaigate.model.Share;
import io.github.genaigate.model.Strictness;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The checks of every dataset ran, and enough of them passed. */
public final class DataQuality implements Criterion {

    private static final Field<String> DATASET =
            Field.required("dataset", Kind.TEXT, "The name of a dataset under lineage.datasets.");
    private static final Field<String> EVIDENCE =
            Field.required("evidence", Kind.EVIDENCE, "The results of its checks.");
    private static final Field<String> DEFINITIONS = Field.optional(
            "definitions",
            Kind.EVIDENCE,
            "Which checks look at which dataset, where the results do not tell: dbt's manifest.");
    private static final Field<List<Entry>> DATASETS = Field.optional(
            "datasets", Kind.list(Kind.group(DATASET, EVIDENCE, DEFINITIONS)), "The datasets that are checked.");

    private static final Setting<Share> PASSING = Setting.of(
            "passing",
            Kind.SHARE,
            Strictness.larger(),
            "The least share of the checks of each dataset that must pass; one that only warns did not pass.");
    private static final Setting<Integer> MINIMUM_CHECKS = Setting.of(
            "minimumChecks", Kind.COUNT, Strictness.larger(), "The fewest checks that must have run on each dataset.");
    private static final Setting<Boolean> EVERY_DATASET = Setting.of(
            "everyDataset",
            Kind.FLAG,
            Strictness.larger(),
            "Whether every dataset under lineage.datasets must be checked.");
    private static final Setting<List<String>> USES = Setting.of(
            "uses",
            Kind.list(Kind.TEXT),
            Strictness.union(),
            "Uses of which every dataset under lineage.datasets must be checked; so must one whose use is not told, or is none of "
                    + String.join(", ", DeclaredDataset.USES) + ".");

    private static final About ABOUT = new About(
            "data-quality",
            "The checks of every dataset ran, and enough of them passed.",
            List.of(PASSING, MINIMUM_CHECKS, EVERY_DATASET, USES),
            Optional.of(new Section("dataQuality", Kind.group(DATASETS))));

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public List<Shape<?>> accepts() {
        return List.of(Shape.LINEAGE);
    }

    @Override
    public List<Problem> check(Demand demand) {
        var check = new Check(demand)
                .demandsSomething(
                        demand.settings()
                                .find(PASSING)
                                .filter(share -> share.fraction().signum() > 0)
                                .isPresent(),
                        "Write the share of checks that must pass, such as passing: 100 %");
        var declared = declared(demand);
        var names = declared.stream()
                .flatMap(one -> one.names().stream())
                .map(Name::name)
                .toList();
        claims(demand).stream()
                .filter(claim -> !declared.isEmpty() && named(claim, declared).size() != 1)
                .forEach(claim -> check.problem(
                        claim.placeOf(DATASET),
                        "Dataset " + Words.brief(claim.get(DATASET)) + " is "
                                + (named(claim, declared).isEmpty() ? "not declared" : "declared more than once")
                                + " under lineage.datasets",
                        named(claim, declared).isEmpty()
                                ? Words.meant(claim.get(DATASET), names, "Declare it there")
                                : "Give one of them an alias, and write that"));
        return check.problems();
    }

    @Override
    public Needs needs(Demand demand) {
        return claims(demand).stream()
                .flatMap(claim -> Stream.concat(Stream.of(claim.get(EVIDENCE)), claim.find(DEFINITIONS).stream()))
                .map(Needs::evidence)
                .reduce(Needs.nothing(), Needs::and);
    }

    @Override
    public Judgement judge(Demand demand, Facts facts) {
        var settings = demand.settings();
        var declared = declared(demand);
        var claims = claims(demand);
        var parts = new ArrayList<Part>();
        for (Entry claim : claims) {
            var judged = new QualityClaim(
                    Words.brief(claim.get(DATASET)),
                    names(claim, declared),
                    settings.find(PASSING).orElse(ALL),
                    settings.find(MINIMUM_CHECKS).orElse(0),
                    settings.find(CommonSettings.MAX_AGE),
                    claim.place());
            parts.addAll(lineage(claim, facts)
                    .judge(judged.part(), lineage -> List.of(judged.judge(lineage, facts.at()))));
        }
        declared.stream()
                .filter(dataset -> mustBeChecked(dataset, demand))
                .filter(dataset -> claims.stream()
                        .noneMatch(claim -> named(claim, List.of(dataset)).size() == 1))
                .forEach(dataset -> parts.add(Part.unproven(
                                "quality of " + dataset.title(),
                                Reason.MISSING,
                                "Quality of " + dataset.title() + ": the manifest names no results of checks",
                                "Add the dataset and its evidence under dataQuality.datasets")
                        .at(dataset.place())));
        if (!claims.isEmpty() && declared.isEmpty() && demandsDatasets(demand)) {
            parts.add(Part.unproven(
                    "datasets",
                    Reason.MISSING,
                    "The manifest declares no dataset, and does not tell which ones must be checked",
                    "Declare every dataset under lineage.datasets"));
        }
        if (parts.isEmpty()) {
            parts.add(Part.unproven(
                    "datasets",
                    Reason.MISSING,
                    "The manifest names no dataset that is checked",
                    "Add each dataset and the results of its checks under dataQuality.datasets"));
        }
        return new Judgement(parts);
    }

    /** What nobody demanded is judged as strictly as can be: a policy that demands nothing is a problem of its own. */
    private static final Share ALL = Share.parse("100 %").value().orElseThrow();

    private static Lookup<Lineage> lineage(Entry claim, Facts facts) {
        var results = facts.evidence(claim.get(EVIDENCE), Shape.LINEAGE);
        return claim.find(DEFINITIONS)
                .map(name -> results.with(facts.evidence(name, Shape.LINEAGE), Lineage::merge))
                .orElse(results);
    }

    private static boolean demandsDatasets(Demand demand) {
        return demand.settings().find(EVERY_DATASET).orElse(false)
                || demand.settings().find(USES).isPresent();
    }

    /** A use that is all but one of the policy's is meant to be that one: a misspelt word frees nobody. */
    private static boolean mustBeChecked(DeclaredDataset dataset, Demand demand) {
        var uses = demand.settings().find(USES);
        return demand.settings().find(EVERY_DATASET).orElse(false)
                || (uses.isPresent()
                        && dataset.use()
                                .map(use -> uses.get().contains(use) || !DeclaredDataset.USES.contains(use))
                                .orElse(true));
    }

    private static Set<Name> names(Entry claim, List<DeclaredDataset> declared) {
        var names = new HashSet<Name>();
        names.add(new Name(Optional.empty(), claim.get(DATASET)));
        named(claim, declared).forEach(dataset -> {
            names.clear();
            names.addAll(dataset.names());
        });
        return names;
    }

    private static List<DeclaredDataset> named(Entry claim, List<DeclaredDataset> declared) {
        return declared.stream()
                .filter(dataset ->
                        dataset.names().stream().anyMatch(name -> name.name().equals(claim.get(DATASET))))
                .toList();
    }

    private static List<Entry> claims(Demand demand) {
        return demand.claims()
                .section()
                .flatMap(section -> section.find(DATASETS))
                .orElse(List.of());
    }

    private static List<DeclaredDataset> declared(Demand demand) {
        return DataLineage.datasets(
                Optional.ofNullable(demand.claims().sections().get(DataLineage.SECTION)));
    }
}
