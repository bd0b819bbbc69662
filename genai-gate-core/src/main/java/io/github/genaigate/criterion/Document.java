package io.github.genaigate.criterion;

import io.github.genaigate.model.About;
import io.github.genaigate.model.CommonSettings;
import io.github.genaigate.model.Demand;
import io.github.genaigate.model.Entry;
import io.github.genaigate.model.Facts;
import io.github.genaigate.model.Field;
import io.github.genaigate.model.Judgement;
import io.github.genaigate.model.Kind;
import io.github.genaigate.model.Member;
import io.github.genaigate.model.Needs;
import io.github.genaigate.model.Part;
import io.github.genaigate.model.Problem;
import io.github.genaigate.model.Section;
import io.github.genaigate.model.Setting;
import io.github.genaigate.model.Shape;
import io.github.genaigate.model.Strictness;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** The documents demanded exist, their sections are filled, and those who have to approved them. */
public final class Document implements Criterion {

    private static final Field<String> NAME =
            Field.required("name", Kind.NAME, "The name by which policies demand it.");
    private static final Field<String> EVIDENCE = Field.required("evidence", Kind.EVIDENCE, "The document.");
    private static final Field<String> OWNER =
            Field.optional("owner", Kind.LINE, "Who answers for it, where the document does not say so.");
    private static final Field<List<Entry>> FILES = Field.optional(
            "files",
            Kind.list(Kind.group(NAME, EVIDENCE, OWNER)),
            "The documents that people wrote about the service.");

    private static final Field<List<String>> SECTIONS = Field.optional(
            "sections", Kind.list(Kind.LINE), "The titles of the sections that must be filled, without their numbers.");
    private static final Field<Integer> MINIMUM_WORDS =
            Field.optional("minimumWords", Kind.COUNT, "The fewest different words in each of these sections.");
    private static final Field<Boolean> OWNED =
            Field.optional("owner", Kind.FLAG, "Whether somebody must answer for it.");

    private static final Setting<List<Entry>> DOCUMENTS = Setting.of(
            "documents",
            Kind.list(Kind.group(NAME, SECTIONS, MINIMUM_WORDS, OWNED)),
            Strictness.byName(
                    NAME,
                    Member.of(NAME, Strictness.fixed()),
                    Member.of(SECTIONS, Strictness.union()),
                    Member.of(MINIMUM_WORDS, Strictness.larger()),
                    Member.of(OWNED, Strictness.larger())),
            "The documents demanded, and what must stand in each.");
    private static final Setting<List<String>> SIGNED_BY = Setting.of(
            "signedBy",
            Kind.list(Kind.ROLE),
            Strictness.union(),
            "The roles that have to approve the documents, which must then be covered content.");

    private static final About ABOUT = new About(
            "document",
            "The documents demanded exist, their sections are filled, and those who have to approved them.",
            List.of(DOCUMENTS, SIGNED_BY),
            Optional.of(new Section("documents", Kind.group(FILES))));

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public List<Shape<?>> accepts() {
        return List.of(Shape.DOCUMENT);
    }

    @Override
    public List<Problem> check(Demand demand) {
        var check = new Check(demand)
                .demandsSomething(
                        !demanded(demand).isEmpty(), "Add documents, such as [{ name: runbook, sections: [Rollback] }]")
                .unique(declared(demand), NAME, "Document");
        demanded(demand).forEach(document -> titles(check, document));
        return check.problems();
    }

    private static void titles(Check check, Entry document) {
        var titles = document.find(SECTIONS).orElse(List.of());
        var what = "Document " + document.get(NAME);
        if (titles.isEmpty()) {
            check.problem(
                    document.place(),
                    what + " demands no section",
                    "Add the sections that must be filled, such as [Risks]");
        }
        titles.stream()
                .filter(title -> io.github.genaigate.model.Document.key(title).isEmpty())
                .forEach(title -> check.problem(
                        document.placeOf(SECTIONS),
                        what + " demands the section " + Words.brief(title) + ", which has no letter and no digit",
                        "Write the title of a section"));
    }

    /** Documents have an age of their own, which {@code maxAge} limits where they are what is judged. */
    @Override
    public Needs needs(Demand demand) {
        var wanted = new HashSet<>(
                demanded(demand).stream().map(document -> document.get(NAME)).toList());
        var age = demand.settings().find(CommonSettings.MAX_AGE);
        return declared(demand).stream()
                .filter(document -> wanted.contains(document.get(NAME)))
                .map(document -> Needs.reference(document.get(EVIDENCE), age))
                .reduce(Needs.nothing(), Needs::and);
    }

    @Override
    public Judgement judge(Demand demand, Facts facts) {
        var roles = demand.settings().find(SIGNED_BY).orElse(List.of());
        var parts = new ArrayList<Part>();
        for (Entry wanted : demanded(demand)) {
            parts.addAll(claim(demand, wanted).judge(facts, !roles.isEmpty()));
        }
        if (!parts.isEmpty()) {
            roles.forEach(role -> parts.addAll(new Approval(role).judge(facts)));
        }
        return new Judgement(parts);
    }

    private static DocumentClaim claim(Demand demand, Entry wanted) {
        var own = declared(demand).stream()
                .filter(document -> document.get(NAME).equals(wanted.get(NAME)))
                .findFirst();
        return new DocumentClaim(
                wanted.get(NAME),
                wanted.find(SECTIONS).orElse(List.of()),
                wanted.find(MINIMUM_WORDS).orElse(1),
                wanted.find(OWNED).orElse(false),
                own.map(document -> document.get(EVIDENCE)),
                own.flatMap(document -> document.find(OWNER)),
                own.map(Entry::place).orElse(demand.claims().manifest()),
                declared(demand).stream().map(document -> document.get(NAME)).toList());
    }

    /** The names of the evidence that holds the documents of a manifest. */
    static List<String> evidence(Demand demand) {
        return Optional.ofNullable(demand.claims().sections().get("documents"))
                .flatMap(section -> section.find(FILES))
                .orElse(List.of())
                .stream()
                .map(document -> document.get(EVIDENCE))
                .distinct()
                .toList();
    }

    private static List<Entry> demanded(Demand demand) {
        return demand.settings().find(DOCUMENTS).orElse(List.of());
    }

    private static List<Entry> declared(Demand demand) {
        return demand.claims().section().flatMap(section -> section.find(FILES)).orElse(List.of());
    }
}
