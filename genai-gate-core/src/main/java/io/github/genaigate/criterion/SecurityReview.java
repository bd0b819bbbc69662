package io.github.genaigate.criterion;

import io.github.genaigate.model.About;
import io.github.genaigate.model.Demand;
import io.github.genaigate.model.Entry;
import io.github.genaigate.model.Facts;
import io.github.genaigate.model.Field;
import io.github.genaigate.model.Issues;
import io.github.genaigate.model.Judgement;
import io.github.genaigate.model.Kind;
import io.github.genaigate.model.Lookup;
import io.github.genaigate.model.Member;
import io.github.genaigate.model.Needs;
import io.github.genaigate.model.Part;
import io.github.genaigate.model.Problem;
import io.github.genaigate.model.Reason;
import io.github.genaigate.model.Section;
import io.github.genaigate.model.Setting;
import io.github.genaigate.model.Severity;
import io.github.genaigate.model.Shape;
import io.github.genaigate.model.Strictness;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The demanded scans ran, left no more open issues than allowed, and the demanded roles approved. */
public final class SecurityReview implements Criterion {

    private static final Field<List<String>> EVIDENCE =
            Field.optional("evidence", Kind.list(Kind.EVIDENCE), "The scanners' reports.");

    private static final List<Field<Integer>> ALLOWED =
            Stream.of(Severity.values()).map(SecurityReview::allowed).toList();

    private static final Setting<Entry> LIMITS = Setting.of(
            "limits",
            new Kind.Group(List.copyOf(ALLOWED)),
            Strictness.members(ALLOWED.stream()
                    .map(field -> Member.of(field, Strictness.smaller()))
                    .toArray(Member<?>[]::new)),
            "How many open issues of each severity are allowed; of a worse one never more than of a lesser one.");

    private static final Field<String> KIND =
            Field.required("kind", Kind.TEXT, "What the scan is for, such as static-analysis or secrets.");
    private static final Field<List<String>> TOOLS = Field.optional(
            "tools", Kind.list(Kind.TEXT), "The tools that may do it, as they name themselves in their reports.");
    private static final Setting<List<Entry>> SCANS = Setting.of(
            "scans",
            Kind.list(Kind.group(KIND, TOOLS)),
            Strictness.byName(KIND, Member.of(TOOLS, Strictness.intersection())),
            "The kinds of scan of which each must have run.");

    private static final Setting<List<String>> SIGN_OFFS = Setting.of(
            "signOffs", Kind.list(Kind.ROLE), Strictness.union(), "The roles that have to approve the content.");
    private static final Setting<Integer> MAXIMUM_SUPPRESSED = Setting.of(
            "maximumSuppressed", Kind.COUNT, Strictness.smaller(), "How many suppressed issues are allowed.");

    private static final About ABOUT = new About(
            "security-review",
            "The demanded scans ran, left no more open issues than allowed, and the demanded roles approved.",
            List.of(LIMITS, SCANS, SIGN_OFFS, MAXIMUM_SUPPRESSED),
            Optional.of(new Section("security", Kind.group(EVIDENCE))));

    private static Field<Integer> allowed(Severity severity) {
        return Field.optional(severity.word(), Kind.COUNT, "Open issues allowed of severity " + severity.word() + ".");
    }

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public List<Shape<?>> accepts() {
        return List.of(Shape.ISSUES);
    }

    @Override
    public List<Problem> check(Demand demand) {
        var check = new Check(demand)
                .demandsSomething(
                        needsScans(demand) || !signOffs(demand).isEmpty(),
                        "Add limits, scans or signOffs, such as limits: { critical: 0, high: 0 }")
                .unique(scans(demand), KIND, "Scan");
        scans(demand).stream()
                .filter(scan -> scan.find(TOOLS).isEmpty())
                .forEach(scan -> check.problem(
                        scan.place(),
                        "Scan " + Words.brief(scan.get(KIND)) + " names no tool that may do it",
                        "Add tools, as they name themselves in their reports"));
        return check.problems();
    }

    @Override
    public Needs needs(Demand demand) {
        return needsScans(demand)
                ? evidence(demand).stream().map(Needs::evidence).reduce(Needs.nothing(), Needs::and)
                : Needs.nothing();
    }

    @Override
    public Judgement judge(Demand demand, Facts facts) {
        var parts = new ArrayList<Part>();
        if (needsScans(demand)) {
            parts.addAll(
                    evidence(demand).isEmpty()
                            ? List.of(Part.unproven(
                                    "scans",
                                    Reason.MISSING,
                                    "The manifest names no security evidence",
                                    "Name the scanners' reports under security.evidence"))
                            : together(demand, facts).judge("scans", issues -> scans(demand, new ScanResults(issues))));
        }
        signOffs(demand).forEach(role -> parts.addAll(new Approval(role).judge(facts)));
        return parts.isEmpty()
                ? new Judgement(List.of(Part.unproven(
                        "limits",
                        Reason.MISSING,
                        "The policy demands no limits, no scans and no sign-offs",
                        "Add limits, scans or signOffs to the requirement in the policy")))
                : new Judgement(parts);
    }

    /** All reports as one; a report that is not known leaves the rest to refute, and nothing to prove. */
    private static Lookup<Issues> together(Demand demand, Facts facts) {
        var none = new Issues(List.of());
        return evidence(demand).stream()
                .map(name -> facts.evidence(name, Shape.ISSUES).orElse(none))
                .reduce((one, other) -> one.with(other, Issues::merge))
                .orElseThrow();
    }

    private static List<Part> scans(Demand demand, ScanResults results) {
        var parts = new ArrayList<Part>();
        scans(demand)
                .forEach(scan ->
                        parts.add(results.scan(scan.get(KIND), scan.find(TOOLS).orElse(List.of()))));
        limits(demand).forEach((severity, allowed) -> parts.add(results.open(severity, allowed)));
        demand.settings().find(MAXIMUM_SUPPRESSED).ifPresent(allowed -> parts.add(results.suppressed(allowed)));
        return parts;
    }

    /**
     * From the worst severity down, the limit that each has by itself or by the lesser ones: who allows two high issues
     * and says nothing of critical ones does not allow three of them.
     */
    private static Map<Severity, Integer> limits(Demand demand) {
        var limits = new TreeMap<Severity, Integer>(Comparator.reverseOrder());
        demand.settings().find(LIMITS).ifPresent(written -> {
            int least = Integer.MAX_VALUE;
            for (Severity severity : Severity.values()) {
                least = Math.min(least, written.find(allowed(severity)).orElse(Integer.MAX_VALUE));
                if (least < Integer.MAX_VALUE) {
                    limits.put(severity, least);
                }
            }
        });
        return limits;
    }

    private static boolean needsScans(Demand demand) {
        return !limits(demand).isEmpty()
                || !scans(demand).isEmpty()
                || demand.settings().find(MAXIMUM_SUPPRESSED).isPresent();
    }

    private static List<Entry> scans(Demand demand) {
        return demand.settings().find(SCANS).orElse(List.of());
    }

    private static List<String> signOffs(Demand demand) {
        return demand.settings().find(SIGN_OFFS).orElse(List.of());
    }

    private static List<String> evidence(Demand demand) {
        return demand.claims().section().flatMap(section -> section.find(EVIDENCE)).orElse(List.of()).stream()
                .distinct()
                .toList();
    }
}
