package io.github.genaigate.report;

import static io.github.genaigate.report.Node.element;
import static io.github.genaigate.report.Node.text;

import io.github.genaigate.model.Decision;
import io.github.genaigate.model.Sha256;
import io.github.genaigate.model.Verdict;
import io.github.genaigate.report.Html.Fact;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** One page for people, complete in itself: no script, nothing loaded from elsewhere, well-formed as XML. */
public final class HtmlReport implements Report {

    @Override
    public String format() {
        return "html";
    }

    @Override
    public String fileName() {
        return "report.html";
    }

    @Override
    public void render(Decision decision, Appendable out) throws IOException {
        out.append("<!DOCTYPE html>\n");
        element("html", head(decision), body(decision)).with("lang", "en").write(out);
    }

    private static Node head(Decision decision) {
        var css = css();
        return element(
                "head",
                element("meta").with("charset", "utf-8"),
                element("meta")
                        .with("http-equiv", "Content-Security-Policy")
                        .with(
                                "content",
                                "default-src 'none'; style-src 'sha256-" + sha256(css)
                                        + "'; base-uri 'none'; form-action 'none'"),
                element("meta").with("name", "viewport").with("content", "width=device-width, initial-scale=1"),
                element("meta").with("name", "color-scheme").with("content", "light dark"),
                element("meta").with("name", "referrer").with("content", "no-referrer"),
                element("title", Wording.service(decision) + ", " + Wording.headline(decision)),
                new Node.StyleSheet(css));
    }

    private static Node body(Decision decision) {
        var findings = new HtmlFindings(decision);
        var main = new ArrayList<Node>();
        main.addAll(HtmlSections.remarks(decision));
        main.addAll(HtmlSections.problems(decision));
        main.addAll(findings.cards());
        main.addAll(findings.table());
        main.addAll(findings.upcoming());
        main.addAll(HtmlSections.waivers(decision));
        main.addAll(HtmlSections.exemptions(decision));
        main.addAll(HtmlSections.evidence(decision));
        main.addAll(findings.details());
        main.addAll(findings.coverage());
        main.addAll(HtmlSections.policy(decision));
        var foot = element(
                "p",
                text("Made by genai-gate from the same decision as "),
                Html.code("decision.json"),
                text(" (" + Decision.SCHEMA + ")"));
        return element("body", banner(decision), element("main", main), element("footer", foot));
    }

    private static Node banner(Decision decision) {
        var verdict = decision.verdict();
        var content = new ArrayList<Node>();
        content.add(element("p", Wording.service(decision)).with("class", "service"));
        content.add(element(
                "h1",
                element("span", symbol(verdict)).with("class", "sign").with("aria-hidden", "true"),
                text(" " + Wording.verdict(decision))));
        content.add(element("p", Wording.tally(decision)).with("class", "tally"));
        decision.summary().ifPresent(summary -> content.add(element("p", summary)));
        content.add(Html.facts(facts(decision)));
        return element("header", content)
                .with("class", verdict.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private static List<Fact> facts(Decision decision) {
        var subject = decision.subject();
        var facts = new ArrayList<Fact>();
        facts.add(Html.fact("Stage asked for", decision.stage().asked().orElse("unknown")));
        facts.add(Html.fact("Stage reached", Wording.reached(decision)));
        facts.add(Html.fact(
                "Judged at",
                element("time", Wording.time(decision.evaluatedAt()))
                        .with("datetime", decision.evaluatedAt().toString())));
        decision.validUntil()
                .ifPresent(validity -> facts.add(
                        Html.fact("Holds until", Wording.day(decision, validity.day()) + ": " + validity.why())));
        decision.simultaneous().ifPresent(all -> facts.add(Html.fact("Together", Wording.simultaneous(all))));
        facts.add(Html.fact("Commit", subject.commit().map(Html::code).orElse(text("outside of a repository"))));
        facts.add(Html.fact("Covered content", subject.content().map(Html::code).orElse(text("unknown"))));
        if (subject.dirty()) {
            facts.add(Html.fact("Uncommitted changes", "yes, to the covered content"));
        }
        facts.add(Html.fact("Policy", Wording.policy(decision)));
        return facts;
    }

    private static String symbol(Verdict verdict) {
        return switch (verdict) {
            case READY -> "\u2713";
            case NOT_READY -> "\u2717";
            case SKIPPED -> "\u2013";
        };
    }

    private static String css() {
        try (var in = HtmlReport.class.getResourceAsStream("report.css")) {
            if (in == null) {
                throw new IllegalStateException("report.css is not beside " + HtmlReport.class.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** So that the browser applies this style sheet and no other. */
    private static String sha256(String css) {
        byte[] digest = Sha256.begin().digest(css.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(digest);
    }
}
