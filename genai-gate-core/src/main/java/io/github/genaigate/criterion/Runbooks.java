package io.github.genaigate.criterion;

import io.github.genaigate.model.Alerts.Alert;
import io.github.genaigate.model.Facts;
import io.github.genaigate.model.Outcome;
import io.github.genaigate.model.Part;
import io.github.genaigate.model.Placeholder;
import io.github.genaigate.model.Reason;
import io.github.genaigate.model.Shape;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The claim that alerts link to what is to be done. The gate opens no link: one of the web must be one that could be
 * opened, and any other one must lead to a document that the manifest declares.
 *
 * @param documents the names of the evidence that holds the documents of the manifest
 */
record Runbooks(Facts facts, List<String> documents) {

    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*");
    private static final Pattern TEMPLATE = Pattern.compile("\\{\\{[^{}]*\\}\\}");
    /** Names that are set apart for examples and for the machine itself. */
    private static final Pattern NOWHERE = Pattern.compile(
            "((.*\\.)?(example(\\.(com|net|org))?|test|invalid|localhost)|127\\..*|0\\.0\\.0\\.0|\\[.*\\])\\.?");

    Part judge(Alert alert) {
        var part = "alert " + Words.brief(alert.name());
        var subject = "Alert " + Words.brief(alert.name()) + ": ";
        var judged = alert.runbook().filter(link -> !link.isBlank()).map(link -> link(part, subject, link));
        return judged.orElseGet(() -> Part.notMet(
                        part,
                        Reason.MISSING,
                        subject + "it has no link to what is to be done",
                        "Add annotations: { runbook_url: … } to the rule"))
                .at(alert.place());
    }

    private Part link(String part, String subject, String link) {
        if (SCHEME.matcher(link).matches() || link.startsWith("//")) {
            return leadsSomewhere(link)
                    ? Part.met(part, subject + "its runbook is " + Words.brief(link))
                    : Part.notMet(
                            part,
                            Reason.INVALID,
                            subject + "its runbook " + Words.brief(link) + " is no link that could be opened",
                            "Link to a page by https, or to a document under documents.files");
        }
        return documents.stream()
                .flatMap(name -> document(name, part, subject, link).stream())
                .min((one, other) -> Boolean.compare(one.outcome() != Outcome.MET, other.outcome() != Outcome.MET))
                .orElseGet(() -> Part.unproven(
                        part,
                        Reason.UNDECLARED,
                        subject + "its runbook " + Words.brief(link) + " is no document that the manifest declares",
                        "Add it under documents.files, or correct the link: it is relative to the manifest's folder"));
    }

    /** The part when the document is the one that is linked to. */
    private Optional<Part> document(String name, String part, String subject, String link) {
        var path = path(link);
        return facts
                .evidence(name, Shape.DOCUMENT)
                .judge(
                        "another",
                        document -> document.files().contains(path)
                                ? List.of(Part.met(part, subject + "its runbook is " + Words.brief(link)))
                                : List.of())
                .stream()
                .filter(judged -> judged.name().equals(part))
                .findFirst();
    }

    private static String path(String link) {
        int fragment = link.indexOf('#');
        var path = fragment < 0 ? link : link.substring(0, fragment);
        return path.startsWith("./") ? path.substring(2) : path;
    }

    private static boolean leadsSomewhere(String link) {
        try {
            var uri = new URI(TEMPLATE.matcher(link).replaceAll("x"));
            var host = Optional.ofNullable(uri.getHost()).orElse("").toLowerCase(Locale.ROOT);
            return "https".equalsIgnoreCase(uri.getScheme())
                    && Placeholder.in(link).isEmpty()
                    && !host.isEmpty()
                    && !NOWHERE.matcher(host).matches();
        } catch (URISyntaxException noLink) {
            return false;
        }
    }
}
