package io.github.genaigate.criterion;

import io.github.genaigate.model.About;
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
import io.github.genaigate.model.Strictness;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Every dataset is declared, and lineage events show the successful run that read or wrote it. */
public final class DataLineage implements Criterion {

    static final String SECTION = "lineage";

    private static final Field<List<String>> EVIDENCE =
            Field.optional("evidence", Kind.list(Kind.EVIDENCE), "The lineage events.");
    private static final Field<List<Entry>> DATASETS = Field.optional(
            "datasets", Kind.list(DeclaredDataset.KIND), "Every dataset that the service uses or was made with.");

    private static final Setting<List<String>> DECLARES = Setting.of(
            "declares",
            Kind.list(Kind.word(DeclaredDataset.WORDS)),
            Strictness.union(),
            "What every dataset must declare.");
    private static final Setting<List<String>> LICENCES = Setting.of(
            "licences",
            Kind.list(Kind.TEXT),
            Strictness.intersection(),
            "The licences allowed, as datasets declare them; every dataset must then declare one.");

    private static final About ABOUT = new About(
            "data-lineage",
            "Every dataset is declared, and lineage events show the successful run that read or wrote it.",
            List.of(DECLARES, LICENCES),
            Optional.of(new Section(SECTION, Kind.group(EVIDENCE, DATASETS))));

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public List<Shape<?>> accepts() {
        return List.of(Shape.LINEAGE);
    }

    /** No two datasets may go by one name. */
    @Override
    public List<Problem> check(Demand demand) {
        var check = new Check(demand);
        var seen = new HashMap<DeclaredDataset.Name, DeclaredDataset>();
        for (DeclaredDataset dataset : datasets(demand)) {
            new TreeSet<>(dataset.names()).forEach(name -> {
                var other = seen.putIfAbsent(name, dataset);
                if (other != null) {
                    check.problem(
                            dataset.place(),
                            "Dataset " + dataset.title() + " goes by the name " + Words.brief(name.toString())
                                    + ", and so does dataset " + other.title(),
                            "Merge the two, or write the namespace of each");
                }
            });
        }
        return check.problems();
    }

    @Override
    public Needs needs(Demand demand) {
        return evidence(demand).stream().map(Needs::evidence).reduce(Needs.nothing(), Needs::and);
    }

    @Override
    public Judgement judge(Demand demand, Facts facts) {
        var datasets = datasets(demand);
        var parts = new ArrayList<Part>();
        if (datasets.isEmpty()) {
            parts.add(Part.unproven(
                    "datasets",
                    Reason.MISSING,
                    "The manifest declares no dataset",
                    "Declare every dataset under lineage.datasets"));
        }
        parts.addAll(
                evidence(demand).isEmpty()
                        ? List.of(Part.unproven(
                                "lineage",
                                Reason.MISSING,
                                "The manifest names no lineage evidence",
                                "Name the lineage events under lineage.evidence"))
                        : together(demand, facts).judge("lineage", lineage -> flows(datasets, new Flows(lineage))));
        var declares = declares(demand);
        var licences = demand.settings().find(LICENCES);
        datasets.forEach(dataset -> parts.addAll(dataset.declarations(declares, licences)));
        return new Judgement(parts);
    }

    private static List<Part> flows(List<DeclaredDataset> datasets, Flows flows) {
        var parts = datasets.stream().map(flows::judge).collect(Collectors.toCollection(ArrayList::new));
        parts.add(flows.undeclared(datasets));
        return parts;
    }

    /** All files of events as one; a file that is not known leaves the rest to refute, and nothing to prove. */
    private static Lookup<Lineage> together(Demand demand, Facts facts) {
        var none = new Lineage(List.of(), new TreeSet<>());
        return evidence(demand).stream()
                .map(name -> facts.evidence(name, Shape.LINEAGE).orElse(none))
                .reduce((one, other) -> one.with(other, Lineage::merge))
                .orElseThrow();
    }

    private static List<String> declares(Demand demand) {
        return demand.settings().find(DECLARES).orElse(List.of());
    }

    private static List<String> evidence(Demand demand) {
        return demand.claims().section().flatMap(section -> section.find(EVIDENCE)).orElse(List.of()).stream()
                .distinct()
                .toList();
    }

    private static List<DeclaredDataset> datasets(Demand demand) {
        return datasets(demand.claims().section());
    }

    /** What the section {@code lineage} declares. */
    static List<DeclaredDataset> datasets(Optional<Entry> section) {
        return section.flatMap(lineage -> lineage.find(DATASETS)).orElse(List.of()).stream()
                .map(DeclaredDataset::new)
                .toList();
    }
}
