package io.github.genaigate.criterion;

import io.github.genaigate.model.About;
import io.github.genaigate.model.CommonSettings;
import io.github.genaigate.model.Demand;
import io.github.genaigate.model.Entry;
import io.github.genaigate.model.Facts;
import io.github.genaigate.model.Field;
import io.github.genaigate.model.Judgement;
import io.github.genaigate.model.Kind;
import io.github.genaigate.model.Needs;
import io.github.genaigate.model.Part;
import io.github.genaigate.model.Problem;
import io.github.genaigate.model.Reason;
import io.github.genaigate.model.Section;
import io.github.genaigate.model.Setting;
import io.github.genaigate.model.Settings;
import io.github.genaigate.model.Shape;
import io.github.genaigate.model.Strictness;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every model is declared, pinned to one version, licensed, and stays for a while. */
public final class ModelInventory implements Criterion {

    private static final Field<List<Entry>> MODELS =
            Field.optional("models", Kind.list(DeclaredModel.KIND), "The models that the service uses.");

    private static final Setting<Boolean> PINNED = flag(
            "pinned",
            "Whether every id must name one version: by a date, a snapshot's number, a revision or a digest.");
    private static final Setting<Boolean> LICENSED = flag("licensed", "Whether every model must declare its licence.");
    private static final Setting<List<String>> LICENCES = Setting.of(
            "licences",
            Kind.list(Kind.LINE),
            Strictness.intersection(),
            "The licences allowed, as models declare them; every model must then declare one.");
    private static final Setting<Boolean> DIGEST =
            flag("digest", "Whether every model whose weights the team holds must have their digest.");
    private static final Setting<Boolean> LIFECYCLE =
            flag("lifecycle", "Whether it must be told for every model when it is retired, or that it is not.");
    private static final Setting<Duration> RETIRES_WITHIN = Setting.of(
            "retiresWithin",
            Kind.DURATION,
            Strictness.larger(),
            "How long before its retirement a model is refused, which must then be told; one that is retired always is.");
    private static final Setting<Duration> MAXIMUM_LIFECYCLE_AGE = Setting.of(
            "maximumLifecycleAge",
            Kind.DURATION,
            Strictness.smaller(),
            "The greatest age of tables that tell lifecycles, by the commit that brought them; maxAge is not for them.");
    private static final Setting<Boolean> DECLARED =
            flag("declared", "Whether every model that any evidence names must be declared.");

    private static final About ABOUT = new About(
            "model-inventory",
            "Every model is declared, pinned to one version, licensed, and stays for a while.",
            List.of(PINNED, LICENSED, LICENCES, DIGEST, LIFECYCLE, RETIRES_WITHIN, MAXIMUM_LIFECYCLE_AGE, DECLARED),
            Optional.of(Section.bare("models", MODELS)));

    private static Setting<Boolean> flag(String name, String meaning) {
        return Setting.of(name, Kind.FLAG, Strictness.larger(), meaning);
    }

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public List<Shape<?>> accepts() {
        return List.of(Shape.COMPONENTS);
    }

    @Override
    public List<Problem> check(Demand demand) {
        var settings = demand.settings();
        boolean something =
                Stream.of(PINNED, LICENSED, DIGEST, LIFECYCLE, DECLARED).anyMatch(flag -> demanded(settings, flag))
                        || settings.find(LICENCES).isPresent()
                        || settings.find(RETIRES_WITHIN).isPresent();
        return new Check(demand)
                .demandsSomething(something, "Write what it demands, such as pinned: true")
                .unique(entries(demand), DeclaredModel.NAME, "Model")
                .problems();
    }

    @Override
    public Needs needs(Demand demand) {
        var age = demand.settings().find(MAXIMUM_LIFECYCLE_AGE);
        var named = models(demand).stream()
                .flatMap(model -> Stream.concat(
                        model.evidence().map(Needs::evidence).stream(),
                        model.lifecycle().map(table -> Needs.reference(table, age)).stream()));
        var seen = demanded(demand.settings(), DECLARED)
                ? demand.claims().evidence().stream().map(Needs::evidence)
                : Stream.<Needs>empty();
        return Stream.concat(named, seen).reduce(Needs.nothing(), Needs::and);
    }

    @Override
    public Judgement judge(Demand demand, Facts facts) {
        var settings = demand.settings();
        var models = models(demand);
        var parts = new ArrayList<Part>();
        if (models.isEmpty()) {
            parts.add(Part.unproven(
                    "models",
                    Reason.MISSING,
                    "The manifest declares no model",
                    "Declare every model that the service uses under models"));
        }
        models.forEach(model -> parts.addAll(parts(model, settings, facts)));
        if (demanded(settings, DECLARED)) {
            parts.addAll(SeenModels.judge(demand.claims().evidence(), models, facts));
        }
        return new Judgement(parts);
    }

    private static List<Part> parts(DeclaredModel model, Settings settings, Facts facts) {
        var parts = new ArrayList<Part>();
        var licences = settings.find(LICENCES);
        if (demanded(settings, PINNED)) {
            parts.add(model.pinned());
        }
        if (demanded(settings, LICENSED) || licences.isPresent()) {
            parts.add(model.licensed(licences));
        }
        if (demanded(settings, DIGEST)) {
            parts.add(model.digested());
        }
        var notice = settings.find(RETIRES_WITHIN);
        parts.addAll(new Retirement(
                        model,
                        notice.orElse(Duration.ZERO),
                        demanded(settings, LIFECYCLE) || notice.isPresent(),
                        settings.find(CommonSettings.ASSURANCE))
                .judge(facts));
        model.evidence()
                .ifPresent(name -> parts.addAll(facts.evidence(name, Shape.COMPONENTS)
                        .judge(
                                "bill of materials for " + model.title(),
                                bill -> List.of(new Bill(name, bill).judge(model)))));
        return parts;
    }

    private static boolean demanded(Settings settings, Setting<Boolean> flag) {
        return settings.find(flag).orElse(false);
    }

    private static List<Entry> entries(Demand demand) {
        return demand.claims()
                .section()
                .flatMap(section -> section.find(MODELS))
                .orElse(List.of());
    }

    private static List<DeclaredModel> models(Demand demand) {
        return entries(demand).stream().map(DeclaredModel::new).toList();
    }
}
