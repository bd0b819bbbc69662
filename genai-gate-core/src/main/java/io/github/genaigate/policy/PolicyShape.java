package io.github.genaigate.policy;

import io.github.genaigate.input.JsonSchema;
import io.github.genaigate.model.About;
import io.github.genaigate.model.Attribute;
import io.github.genaigate.model.Catalogue;
import io.github.genaigate.model.CommonSettings;
import io.github.genaigate.model.Correction;
import io.github.genaigate.model.Entry;
import io.github.genaigate.model.Field;
import io.github.genaigate.model.Kind;
import io.github.genaigate.model.Level;
import io.github.genaigate.model.Rationale;
import io.github.genaigate.model.Setting;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a policy looks like. The settings of a requirement depend on its criterion. */
public final class PolicyShape {

    static final String REQUIREMENTS = "requirements";

    static final Field<String> API_VERSION =
            Field.required("apiVersion", Kind.word("genai-gate/v1"), "The version of the format.");
    static final String POLICY = "Policy";
    static final Field<String> KIND = Field.required("kind", Kind.word(POLICY), "What the document is.");
    static final Field<String> NAME = Field.required("name", Kind.LINE, "The name of the policy.");
    static final Field<String> VERSION = Field.required("version", Kind.LINE, "The version of the policy.");
    static final Field<List<String>> EXTENDS = Field.optional(
            "extends",
            Kind.list(Kind.TEXT),
            "The layers above: builtin:baseline, files relative to this one, or artifacts as maven:group:artifact:version."
                    + " Nothing of them can be loosened here.");
    static final Field<List<String>> STAGES = Field.optional(
            "stages", Kind.list(Kind.TEXT), "The ladder of stages, the first one first. Fixed by the topmost layer.");

    static final Field<List<String>> SIGNERS =
            Field.optional("signers", Kind.list(Kind.TEXT), "Who may sign in this role; anybody when left out.");
    static final Field<Boolean> MUST_NOT_BE_AUTHOR = Field.optional(
            "mustNotBeAuthor", Kind.FLAG, "Whether an author of the covered change may not sign in this role.");
    static final Field<Map<String, Entry>> ROLES = Field.optional(
            "roles", new Kind.MapOf<>("roles", Kind.group(SIGNERS, MUST_NOT_BE_AUTHOR)), "Who may approve what.");
    static final Field<String> ALLOWED_SIGNERS = Field.optional(
            "allowedSigners", Kind.PATH, "The signers' keys in the OpenSSH format, a file beside the policy.");

    static final Field<Duration> MAX_DURATION =
            Field.required("maxDuration", Kind.DURATION, "How long a waiver may run from its approval.");
    static final Field<Integer> MAX_OPEN =
            Field.optional("maxOpen", Kind.COUNT, "How many waivers a service may have at once.");
    static final Field<Map<String, Integer>> MAX_OPEN_AT = Field.optional(
            "maxOpenAt",
            new Kind.MapOf<>("stages", Kind.COUNT),
            "How many waivers a service may have at once for a stage, by stage; one for a later stage counts too.");
    static final Field<Integer> MAX_RENEWALS = Field.optional(
            "maxRenewals",
            Kind.COUNT,
            "How often the end of a waiver may be put off, by the git history; any number when left out.");
    static final Field<Duration> WARN_BEFORE = Field.optional(
            "warnBefore", Kind.DURATION, "How long before its end a waiver is told to lapse soon; 14 d when left out.");
    static final Field<List<String>> APPROVERS =
            Field.required("approvers", Kind.list(Kind.ROLE), "The roles that may approve a waiver.");
    static final Field<Entry> WAIVERS = Field.optional(
            "waivers",
            Kind.group(MAX_DURATION, MAX_OPEN, MAX_OPEN_AT, MAX_RENEWALS, WARN_BEFORE, APPROVERS),
            "Which waivers are valid; none when left out.");

    static final Field<String> SKIP = Field.optional(
            "skip", Kind.word("allowed", "forbidden"), "Whether the gate may be skipped. Skipping is never ready.");
    static final Field<String> STAGE = Field.optional(
            "stage",
            Kind.word("fixed", "adjustable"),
            "Whether an earlier stage may be asked for than the manifest does.");
    static final Field<Duration> MAX_DIFFERENCE = Field.required(
            "maxDifference", Kind.DURATION, "How far the clock given may be from the real one; 24 h when left out.");
    static final Field<Entry> AS_OF =
            Field.optional("asOf", Kind.group(MAX_DIFFERENCE), "Which other clocks than the real one are accepted.");
    static final Field<List<String>> AT_LEAST = Field.required(
            "atLeast", Kind.list(Kind.PATH), "Globs that are covered content whatever the manifest says.");
    static final Field<Entry> CONTENT =
            Field.optional("content", Kind.group(AT_LEAST), "What defines the behaviour of every service.");

    static final Field<Correction> CORRECTION = Field.optional(
            "correction",
            Kind.word(Correction.class),
            "What is done so that all claims from samples hold together; none when left out.");
    static final Field<String> TRIES = Field.optional(
            "tries",
            Kind.word("shown", "corrected"),
            "Whether earlier tries with other evidence for the same content are only shown, or taken into account.");
    static final Field<Entry> SIMULTANEOUS = Field.optional(
            "simultaneous",
            Kind.group(CORRECTION, TRIES),
            "What must hold for all claims together that rest on samples and can block.");

    static final Field<Map<String, Entry>> SERVICES = Field.optional(
            "services",
            new Kind.MapOf<>(
                    "services",
                    new Kind.Group(Stream.of(Attribute.values())
                            .<Field<?>>map(Attribute::field)
                            .toList())),
            "What the organisation states of a service, by its name. A manifest that states less is refused.");

    static final Field<String> SERVICE =
            Field.required("service", Kind.LINE, "The name of the service that is exempted.");
    static final Field<String> EXEMPTED =
            Field.required("requirement", Kind.LINE, "The id of the requirement that it is exempted from.");
    static final Field<String> REASON = Field.required("reason", Kind.LINE, "Why the organisation exempts it.");
    static final Field<List<Entry>> EXEMPTIONS = Field.optional(
            "exemptions",
            Kind.list(Kind.group(
                    SERVICE,
                    EXEMPTED,
                    REASON,
                    Field.required("until", Kind.DATE, "The last day on which it holds, in UTC."))),
            "Services whose block the organisation removes for a time. It is always shown.");

    static final Field<GateVersion> MINIMUM_VERSION = Field.optional(
            "minimumVersion", GateVersion.KIND, "The earliest version of the gate that may judge by it.");

    static final List<Field<?>> HEADER = List.of(
            API_VERSION,
            KIND,
            NAME,
            VERSION,
            EXTENDS,
            STAGES,
            ROLES,
            ALLOWED_SIGNERS,
            WAIVERS,
            SKIP,
            STAGE,
            AS_OF,
            SIMULTANEOUS,
            CONTENT,
            SERVICES,
            EXEMPTIONS,
            MINIMUM_VERSION);

    static final Field<String> CRITERION = Field.optional(
            "criterion", Kind.TEXT, "The criterion that judges it; the one of the requirement's id when left out.");
    static final Field<Map<String, Level>> LEVELS = Field.optional(
            "levels",
            new Kind.MapOf<>("stages", Kind.word(Level.class)),
            "What follows at each stage when it is not met. A stage not named takes the nearest earlier one's level.");
    static final Field<LocalDate> EFFECTIVE_FROM =
            Field.optional("effectiveFrom", Kind.DATE, "The day from which it is in force; before, it only warns.");
    static final Field<Boolean> WAIVABLE =
            Field.optional("waivable", Kind.FLAG, "Whether a waiver may remove its block; true when left out.");

    static final Field<List<String>> WHY =
            Field.optional("why", Kind.oneOrMore(Kind.LINE), "Why it exists: a sentence for whoever has to meet it.");
    static final Field<Map<String, List<String>>> REFERENCES = Field.optional(
            "references",
            new Kind.MapOf<>("frameworks", Rationale.FRAMEWORK, Kind.list(Kind.LINE)),
            "The entries of laws, standards and handbooks that it serves, by framework.");

    static final Field<List<Entry>> APPLIES_WHEN = Field.optional(
            "appliesWhen",
            Kind.oneOrMore(new Kind.Group(Stream.of(Attribute.values())
                    .<Field<?>>map(PolicyShape::condition)
                    .toList())),
            "The kinds of service that it is demanded of: any of these, each with all of its attributes; every service"
                    + " when left out.");

    static final Field<LocalDate> UNTIL = Field.required("until", Kind.DATE, "The last day on which it holds, in UTC.");
    static final Field<List<String>> GRACE_SERVICES =
            Field.required("services", Kind.list(Kind.LINE), "The names of the services that were there before.");
    static final Field<Entry> GRACE = Field.optional(
            "grace",
            Kind.group(GRACE_SERVICES, UNTIL),
            "The services for which it only warns, through a day. Granted by the layer that brings the requirement in.");

    static final List<Field<?>> REQUIREMENT =
            List.of(CRITERION, LEVELS, EFFECTIVE_FROM, WAIVABLE, APPLIES_WHEN, GRACE, WHY, REFERENCES);

    static final Field<LocalDate> CHANGED_FROM =
            Field.required("effectiveFrom", Kind.DATE, "The day from which the changed values hold, in UTC.");

    static final String CHANGES = "changes";
    static final String ADJUSTABLE = "adjustable";
    private static final String STAGE_SETTINGS = "stages";

    private PolicyShape() {}

    /** The words of an attribute for which a requirement applies. */
    static Field<List<String>> condition(Attribute attribute) {
        return Field.optional(
                attribute.key(),
                Kind.oneOrMore(attribute.field().kind()),
                attribute.field().meaning() + " All words from the least one on.");
    }

    /** What layers below may make of a value at the most. At a stage it has no levels. */
    static Field<Entry> adjustable(About about) {
        var fields = new ArrayList<Field<?>>(List.of(LEVELS));
        fields.addAll(settings(about));
        return adjustable(fields);
    }

    private static Field<Entry> adjustable(List<Field<?>> fields) {
        return Field.optional(
                ADJUSTABLE,
                new Kind.Group(fields),
                "Settings that layers below may loosen, each with the loosest value that is allowed.");
    }

    /** What is demanded from a day on, beside what is demanded before it. */
    static Field<List<Entry>> changes(About about) {
        var fields = new ArrayList<Field<?>>(List.of(CHANGED_FROM, LEVELS));
        fields.addAll(settings(about));
        fields.add(stages(about));
        fields.add(adjustable(about));
        return Field.optional(
                CHANGES,
                Kind.list(new Kind.Group(fields)),
                "Stricter values that hold from a later day on, beside all that holds before it; until then they only warn.");
    }

    static List<Field<?>> settings(About about) {
        return CommonSettings.and(about.settings()).stream()
                .<Field<?>>map(Setting::field)
                .toList();
    }

    /** What a requirement demands from a stage on, beside what it demands at every stage. */
    static Field<Map<String, Entry>> stages(About about) {
        var fields = new ArrayList<>(settings(about));
        fields.add(adjustable(settings(about)));
        return Field.optional(
                STAGE_SETTINGS,
                new Kind.MapOf<>("stages", new Kind.Group(fields)),
                "What is demanded from a stage on, by stage, beside what is demanded at every stage.");
    }

    /** The document as a whole, for editors: a requirement may have the settings of any criterion. */
    public static JsonSchema schema(Catalogue catalogue) {
        var fields = catalogue.criteria().values().stream()
                .flatMap(about -> RequirementShape.of(about).fields().stream())
                .distinct()
                .toList();
        return JsonSchema.object(HEADER)
                .with(REQUIREMENTS, "What is demanded, by id.", JsonSchema.map(JsonSchema.object(fields)));
    }
}
