package io.github.genaigate.cel;

import io.github.genaigate.criterion.Criterion;
import io.github.genaigate.model.About;
import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Demand;
import io.github.genaigate.model.Entry;
import io.github.genaigate.model.Facts;
import io.github.genaigate.model.Field;
import io.github.genaigate.model.Judgement;
import io.github.genaigate.model.Kind;
import io.github.genaigate.model.Lookup;
import io.github.genaigate.model.Member;
import io.github.genaigate.model.Needs;
import io.github.genaigate.model.Origin;
import io.github.genaigate.model.Part;
import io.github.genaigate.model.Problem;
import io.github.genaigate.model.Section;
import io.github.genaigate.model.Setting;
import io.github.genaigate.model.Strictness;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every rule of the policy, written in the Common Expression Language, is true of the facts. */
public final class Expression implements Criterion {

    private static final Setting<List<Entry>> RULES = Setting.of(
            "rules",
            Kind.list(Kind.group(Rule.NAME, Rule.EXPRESSION, Rule.MESSAGE, Rule.MEND)),
            Strictness.byName(
                    Rule.NAME,
                    Member.of(Rule.EXPRESSION, Strictness.fixed()),
                    Member.of(Rule.MESSAGE, Strictness.fixed()),
                    Member.of(Rule.MEND, Strictness.fixed())),
            "What must be true of the facts.");

    private static final Field<List<String>> EVIDENCE = Field.optional(
            "evidence", Kind.list(Kind.EVIDENCE), "The evidence that the rules look at; all of it when left out.");

    private static final About ABOUT = new About(
            "expression",
            "Every rule of the policy, written in the Common Expression Language, is true of the facts.",
            List.of(RULES),
            Optional.of(new Section("extensions.expression", Kind.group(EVIDENCE))));

    /** Made when the first rule is met, because it costs a build most of a second. */
    private static final class Cel {
        static final Language LANGUAGE = new Language();
    }

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public List<Problem> check(Demand demand) {
        var problems = new ArrayList<Problem>();
        if (written(demand).isEmpty()) {
            problems.add(new Problem(
                    demand.settings().origins().values().stream()
                            .map(Origin::place)
                            .findFirst()
                            .orElse(demand.claims().manifest()),
                    "Requirement " + demand.requirement() + " demands nothing",
                    "Add rules, each with name, expression, message and mend"));
        }
        var language = Cel.LANGUAGE;
        written(demand).forEach(rule -> Rule.of(language, rule, problems::add));
        return problems;
    }

    @Override
    public Needs needs(Demand demand) {
        return evidence(demand).stream().map(Needs::evidence).reduce(Needs.nothing(), Needs::and);
    }

    @Override
    public Judgement judge(Demand demand, Facts facts) {
        var language = Cel.LANGUAGE;
        var parts = new ArrayList<Part>();
        written(demand)
                .forEach(entry -> Rule.of(language, entry, problem -> {})
                        .ifPresent(rule -> parts.addAll(
                                known(rule, demand, facts).judge(rule.part(), known -> List.of(rule.judge(known))))));
        return new Judgement(parts);
    }

    /** The facts that a rule asks for; absent when one of them is. */
    private static Lookup<Map<String, Object>> known(Rule rule, Demand demand, Facts facts) {
        Map<String, Object> always = new LinkedHashMap<>();
        always.put(Language.NOW, facts.at());
        always.put(Language.SERVICE, Views.SERVICE.show(demand.claims().service()));
        always.put(
                Language.OWNERS,
                demand.claims().owners().stream().map(Views.OWNER::show).toList());
        var all = Lookup.found(always, Assurance.ATTESTED);
        for (Source<?> source : Views.SOURCES) {
            if (rule.variables().contains(source.variable())) {
                all = all.with(source.list(evidence(demand), facts), (known, list) -> {
                    Map<String, Object> more = new LinkedHashMap<>(known);
                    more.put(source.variable(), list);
                    return more;
                });
            }
        }
        return all;
    }

    private static List<Entry> written(Demand demand) {
        return demand.settings().find(RULES).orElse(List.of());
    }

    private static Collection<String> evidence(Demand demand) {
        return demand.claims()
                .section()
                .flatMap(section -> section.find(EVIDENCE))
                .map(list -> list.stream().distinct().toList())
                .orElseGet(() -> List.copyOf(demand.claims().evidence()));
    }
}
