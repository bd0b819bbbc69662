package io.github.genaigate.gate.suite;

import io.github.genaigate.input.JsonSchema;
import io.github.genaigate.model.Entry;
import io.github.genaigate.model.Field;
import io.github.genaigate.model.Kind;
import io.github.genaigate.model.Share;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What a suite of tests looks like. */
public final class SuiteShape {

    static final String POLICY_TESTS = "PolicyTests";

    static final Field<String> API_VERSION =
            Field.required("apiVersion", Kind.word("genai-gate/v1"), "The version of the format.");
    static final Field<String> KIND = Field.required("kind", Kind.word(POLICY_TESTS), "What the document is.");
    static final Field<List<String>> POLICY = Field.required(
            "policy",
            Kind.list(Kind.TEXT),
            "The policies that are tested side by side: builtin:baseline, files relative to this one, or artifacts as"
                    + " maven:group:artifact:version.");
    static final Field<LocalDate> AS_OF =
            Field.required("asOf", Kind.DATE, "The day on which the cases are judged, at its end in UTC.");
    static final Field<Share> LEAST_RED = Field.optional(
            "leastRed",
            Kind.SHARE,
            "The share of the requirements that some case has to turn red; 100 % when left out.");

    static final Field<String> AUTHOR = Field.required("author", Kind.LINE, "The e-mail address of who commits.");
    static final Field<Duration> AGE =
            Field.required("age", Kind.DURATION, "How long before the end of the day of the case it is.");
    static final Field<List<String>> FILES = Field.optional(
            "files", Kind.list(Kind.PATH), "Globs of the files; all that are not committed yet when left out.");
    static final Field<List<Entry>> HISTORY = Field.optional(
            "history",
            Kind.list(Kind.group(AUTHOR, AGE, FILES)),
            "The commits that bring the files of a service, the oldest first.");

    static final Field<String> ROLE = Field.required("role", Kind.TEXT, "The role in which somebody approves.");
    static final Field<String> SIGNER = Field.required("signer", Kind.TEXT, "The e-mail address of who approves.");
    static final Field<List<Entry>> APPROVALS = Field.optional(
            "approvals",
            Kind.list(Kind.group(ROLE, SIGNER)),
            "Records of approval that are written for the very content, on the day of the case.");

    static final Field<String> NAME = Field.required("name", Kind.LINE, "What the case is about.");
    static final Field<String> SERVICE = Field.optional(
            "service", Kind.PATH, "The folder of a service, with its manifest; build output and .git are left out.");
    static final Field<String> DECISION = Field.optional(
            "decision", Kind.PATH, "A decision file, whose facts are judged by the policy; instead of a service.");
    static final Field<Map<String, String>> REPLACE = Field.optional(
            "replace",
            new Kind.MapOf<>("files of the service", Kind.PATH, Kind.PATH),
            "Files of the service, and the files, relative to this one, that stand in for them.");
    static final Field<List<String>> WITHOUT =
            Field.optional("without", Kind.list(Kind.PATH), "Globs of files of the service that are left out.");
    static final Field<String> STAGE =
            Field.optional("stage", Kind.TEXT, "A later stage to ask for than the manifest does.");
    static final Field<LocalDate> CASE_AS_OF = Field.optional("asOf", AS_OF.kind(), AS_OF.meaning());

    static final Field<String> VERDICT =
            Field.optional("verdict", Kind.word("READY", "NOT_READY"), "The verdict of the decision.");
    static final Field<String> OUTCOME = Field.required(
            "outcome",
            Kind.word("MET", "NOT_MET", "UNPROVEN", "NOT_APPLICABLE"),
            "What the criterion finds; NOT_MET and UNPROVEN turn the requirement red.");
    static final Field<String> REASON =
            Field.optional("reason", Kind.TEXT, "The stable word that says why, such as stale.");
    static final Field<String> LEVEL =
            Field.optional("level", Kind.word("info", "warn", "block"), "The level in force.");
    static final Field<String> MESSAGE = Field.optional(
            "message", Kind.TEXT, "What one of the failing parts says, or the worst one; * stands for any text.");
    static final Field<Map<String, Entry>> REQUIREMENTS = Field.optional(
            "requirements",
            new Kind.MapOf<>("requirements", new Kind.ShortForm(OUTCOME, Kind.group(OUTCOME, REASON, LEVEL, MESSAGE))),
            "What is found, by requirement; requirements that are not named may end in any way.");
    static final Field<String> PROBLEM =
            Field.optional("problem", Kind.TEXT, "What one of the problems in the input says; * stands for any text.");
    static final Field<Entry> EXPECT =
            Field.required("expect", Kind.group(VERDICT, REQUIREMENTS, PROBLEM), "What the decision has to say.");

    static final Field<List<Entry>> CASES = Field.required(
            "cases",
            Kind.list(Kind.group(
                    NAME, SERVICE, DECISION, REPLACE, WITHOUT, STAGE, CASE_AS_OF, HISTORY, APPROVALS, EXPECT)),
            "Services or decisions, and what the policy has to say of each.");

    static final List<Field<?>> SUITE = List.of(API_VERSION, KIND, POLICY, AS_OF, LEAST_RED, HISTORY, APPROVALS, CASES);

    /** What makes a service, and has no place beside a decision. */
    static final List<Field<?>> OF_SERVICES = List.of(REPLACE, WITHOUT, STAGE, HISTORY, APPROVALS);

    private SuiteShape() {}

    /** The document as a whole, for editors. */
    public static JsonSchema schema() {
        return JsonSchema.object(SUITE);
    }
}
