package io.github.genaigate.manifest;

import io.github.genaigate.model.About;
import io.github.genaigate.model.Attribute;
import io.github.genaigate.model.Catalogue;
import io.github.genaigate.model.Entry;
import io.github.genaigate.model.Field;
import io.github.genaigate.model.Kind;
import io.github.genaigate.model.Parsed;
import io.github.genaigate.model.Section;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a manifest looks like: the fixed part, and a section for each criterion that has one. */
public final class ManifestShape {

    private static final String EXTENSIONS = "extensions.";

    /** People and teams as code owners files and git name them. The handle needs quotes in YAML. */
    private static final Kind.Scalar<String> OWNER = new Kind.Scalar<>(
            "owner",
            "an e-mail address, or a handle in quotes such as \"@acme/support\"",
            "^(@{1,2}[^\\u0000- @\\u007f-\\u009f]{1,100}|[^\\u0000- @\\u007f-\\u009f]{1,100}@[^\\u0000- @\\u007f-\\u009f]{1,99})$",
            List.of(),
            ManifestShape::owner);

    static final Field<String> API_VERSION =
            Field.required("apiVersion", Kind.word("genai-gate/v1"), "The version of the format.");
    static final String READINESS = "Readiness";
    static final Field<String> KIND = Field.required("kind", Kind.word(READINESS), "What the document is.");

    static final Field<String> NAME = Field.required("name", Kind.LINE, "The name of the service.");
    static final Field<String> SUMMARY =
            Field.optional("summary", Kind.TEXT, "What the service does for whom, in one sentence.");
    static final Field<String> STAGE = Field.required("stage", Kind.LINE, "The stage that the service asks to enter.");
    static final Field<List<String>> CONTENT = Field.required(
            "content",
            Kind.list(Kind.PATH),
            "Globs of the files that define its behaviour: code, prompts, model configuration.");
    static final Field<Entry> SERVICE = Field.required(
            "service",
            new Kind.Group(Stream.concat(
                            Stream.of(NAME, SUMMARY, STAGE, CONTENT),
                            Stream.of(Attribute.values()).map(Attribute::field))
                    .toList()),
            "The service that is judged.");

    static final Field<String> ROLE = Field.required("role", Kind.LINE, "The role.");
    static final Field<String> ID =
            Field.required("id", OWNER, "An e-mail address, a \"@handle\" or an \"@organisation/team\".");
    static final Field<List<Entry>> OWNERS =
            Field.optional("owners", Kind.list(Kind.group(ROLE, ID)), "Who answers for the service, by role.");

    static final Field<String> PATH = Field.required(
            "path", Kind.PATH, "A file, or a glob for the files of one run, relative to the manifest's folder.");
    static final Field<String> ENVIRONMENT =
            Field.optional("environment", Kind.LINE, "Where the evidence was taken, such as staging.");
    static final Field<List<String>> COVERS =
            Field.optional("covers", Kind.list(Kind.PATH), "Further files whose change makes the evidence stale.");

    static final Field<Duration> WARM_UP = Field.optional(
            "warmUp",
            Kind.DURATION,
            "How much of the beginning of each run of a load test does not count, such as 30 s.");

    static final Field<String> RECORD =
            Field.required("record", Kind.PATH, "The record of the approval, committed to the repository.");
    static final Field<List<Entry>> SIGN_OFFS = Field.optional(
            "signOffs", Kind.list(Kind.group(ROLE, RECORD)), "Approvals of the covered content, by role.");

    static final Field<String> REQUIREMENT =
            Field.required("requirement", Kind.LINE, "The id of the requirement that is waived.");
    static final Field<String> WAIVER_STAGE = Field.optional(
            "stage",
            Kind.LINE,
            "The last stage for which it holds, and the earlier ones with it; the service's when left out.");
    static final Field<List<String>> ISSUES = Field.optional(
            "issues",
            Kind.list(Kind.TEXT),
            "The very issues that are waived, as the reports show them; the whole requirement when left out.");
    static final Field<String> REASON = Field.required("reason", Kind.TEXT, "Why the exception is needed.");
    static final Field<String> TICKET = Field.required("ticket", Kind.LINE, "Where its end is worked on.");
    static final Field<String> APPROVAL =
            Field.required("approval", Kind.PATH, "The record of the approval, committed to the repository.");
    static final Field<LocalDate> EXPIRES =
            Field.required("expires", Kind.DATE, "The last day on which the exception holds.");
    static final Field<List<Entry>> WAIVERS = Field.optional(
            "waivers",
            Kind.list(Kind.group(REQUIREMENT, WAIVER_STAGE, ISSUES, REASON, TICKET, APPROVAL, EXPIRES)),
            "Time-boxed, approved exceptions.");

    static final Field<String> BASELINE = Field.optional(
            "baseline",
            Kind.PATH,
            "The decision to compare with, written by genai-gate:bless and committed to the repository.");

    private final Field<String> format;
    private final Field<Map<String, Entry>> evidence;
    private final Kind.Group group;

    /**
     * The shape of a manifest.
     *
     * @param catalogue the criteria, for their sections
     * @param formats the formats of evidence that can be read
     */
    public ManifestShape(Catalogue catalogue, Collection<String> formats) {
        this.format = Field.optional(
                "format",
                Kind.word(formats.stream().sorted().toArray(String[]::new)),
                "The format, when it shall not be found from the content.");
        var entry = formats.isEmpty()
                ? Kind.group(PATH, ENVIRONMENT, COVERS, WARM_UP)
                : Kind.group(PATH, format, ENVIRONMENT, COVERS, WARM_UP);
        this.evidence = Field.optional(
                "evidence",
                new Kind.MapOf<>("names", Kind.NAME, new Kind.ShortForm(PATH, entry)),
                "Every file or glob once, by name; sections refer to the names.");
        var fields = new ArrayList<Field<?>>(List.of(API_VERSION, KIND, SERVICE, OWNERS, evidence));
        fields.addAll(sections(catalogue, false));
        var extensions = sections(catalogue, true);
        if (!extensions.isEmpty()) {
            fields.add(Field.optional(
                    "extensions", new Kind.Group(extensions), "What criteria from elsewhere read, by criterion id."));
        }
        fields.add(BASELINE);
        fields.add(SIGN_OFFS);
        fields.add(WAIVERS);
        this.group = new Kind.Group(fields);
    }

    /** The sections of the gate's own criteria, or of criteria from elsewhere. */
    private static List<Field<?>> sections(Catalogue catalogue, boolean elsewhere) {
        var fields = new ArrayList<Field<?>>();
        for (About about : catalogue.criteria().values()) {
            about.section()
                    .filter(section -> section.name().startsWith(EXTENSIONS) == elsewhere)
                    .ifPresent(section -> fields.add(
                            Field.optional(section.name().replace(EXTENSIONS, ""), section.kind(), about.purpose())));
        }
        return fields;
    }

    private static Parsed<String> owner(String text) {
        return text.matches(OWNER.pattern())
                ? Parsed.of(text)
                : Parsed.wrong("an owner is an e-mail address, or a handle that begins with @");
    }

    /** The document as a whole. */
    public Kind.Group group() {
        return group;
    }

    Field<String> format() {
        return format;
    }

    Field<Map<String, Entry>> evidence() {
        return evidence;
    }

    /** What the team claims in a section. */
    static Optional<Entry> section(Entry document, Section section) {
        if (!section.name().startsWith(EXTENSIONS)) {
            return claims(document, section.name(), section);
        }
        var all = (Entry) document.values().get("extensions");
        return all == null ? Optional.empty() : claims(all, section.name().substring(EXTENSIONS.length()), section);
    }

    private static Optional<Entry> claims(Entry entry, String key, Section section) {
        return Optional.ofNullable(entry.values().get(key))
                .map(value -> section.entry(value, entry.places().getOrDefault(key, entry.place())));
    }
}
