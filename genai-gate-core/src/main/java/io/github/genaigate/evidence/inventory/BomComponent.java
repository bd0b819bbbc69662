package io.github.genaigate.evidence.inventory;

import io.github.genaigate.input.Json.Value;
import io.github.genaigate.model.Components;
import io.github.genaigate.model.Components.Component;
import io.github.genaigate.model.Place;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A component of CycloneDX as a model or a dataset. */
final class BomComponent {

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    private BomComponent() {}

    /** The component; empty when it is neither model nor dataset, or has no name. */
    static Optional<Component> of(Value value, Place place) {
        var names = new TreeSet<String>();
        var versions = new TreeSet<String>();
        text(value, "name").ifPresent(name -> {
            names.add(name);
            text(value, "group").ifPresent(group -> names.add(group + "/" + name));
        });
        text(value, "version").ifPresent(versions::add);
        text(value, "purl").ifPresent(purl -> packageUrl(purl, names, versions));
        return names.isEmpty()
                ? Optional.empty()
                : type(value).map(type -> new Component(type, names, versions, licences(value), digest(value), place));
    }

    static Optional<Components.Type> type(Value value) {
        return switch (value.get("type").text().orElse("")) {
            case "machine-learning-model" -> Optional.of(Components.Type.MODEL);
            case "data" -> Optional.of(Components.Type.DATASET);
            default -> Optional.empty();
        };
    }

    /** {@code pkg:huggingface/owner/name@revision?qualifiers#path} */
    private static void packageUrl(String purl, Set<String> names, Set<String> versions) {
        int slash = purl.indexOf('/');
        if (!purl.startsWith("pkg:") || slash < 0) {
            return;
        }
        String path = purl.substring(slash + 1).split("[?#]", 2)[0];
        int at = path.lastIndexOf('@');
        decoded(at < 0 ? path : path.substring(0, at)).ifPresent(names::add);
        decoded(at < 0 ? "" : path.substring(at + 1)).ifPresent(versions::add);
    }

    private static Optional<String> decoded(String text) {
        try {
            return Optional.of(URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8))
                    .filter(any -> !any.isBlank());
        } catch (IllegalArgumentException notEncoded) {
            return Optional.empty();
        }
    }

    private static SortedSet<String> licences(Value value) {
        var licences = new TreeSet<String>();
        value.get("licenses").items().stream()
                .flatMap(choice -> Stream.of(
                                choice.get("expression"), choice.at("license", "id"), choice.at("license", "name"))
                        .flatMap(said -> said.text().stream())
                        .filter(text -> !text.isBlank())
                        .limit(1))
                .forEach(licences::add);
        return licences;
    }

    /** What it says that its SHA-256 is, whatever that is. */
    private static List<String> digests(Value value) {
        return value.get("hashes").items().stream()
                .filter(hash -> hash.get("alg").text().equals(Optional.of("SHA-256")))
                .map(hash -> hash.get("content").text().orElse("").toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    private static Optional<String> digest(Value value) {
        var digests = digests(value);
        return hasClearDigest(value) && !digests.isEmpty() ? Optional.of("sha256:" + digests.get(0)) : Optional.empty();
    }

    /** Whether it has no SHA-256, or one. */
    static boolean hasClearDigest(Value value) {
        var digests = digests(value);
        return digests.size() <= 1
                && digests.stream().allMatch(digest -> SHA_256.matcher(digest).matches());
    }

    private static Optional<String> text(Value value, String key) {
        return value.get(key).text().filter(text -> !text.isBlank());
    }
}
