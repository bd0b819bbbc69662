package io.github.genaigate.model;

import java.text.Normalizer;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A text that people wrote, such as an impact assessment or a runbook: what stands in it, not whether it is true.
 *
 * @param files where it stands, relative to the manifest's folder
 * @param owners whom it names as its owner
 * @param sections one for each heading, in the order of files and lines
 */
public record Document(SortedSet<String> files, SortedSet<String> owners, List<Section> sections)
        implements Measurement {

    private static final Pattern NUMBER = Pattern.compile("^\\d{1,9}(\\.\\d{1,9}){0,9}([.):]\\s*|\\s+)");
    private static final Pattern AT_THE_ENDS = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$");
    private static final Pattern GAP = Pattern.compile("\\s+");

    public Document {
        files = Collections.unmodifiableSortedSet(new TreeSet<>(files));
        owners = Collections.unmodifiableSortedSet(new TreeSet<>(owners));
        sections = List.copyOf(sections);
    }

    /**
     * What stands below one heading and the deeper ones that follow it.
     *
     * @param title the heading
     * @param words how many different words, without comments, headings, what is to be replaced, and what stands elsewhere too
     * @param placeholder why it is no more than a placeholder, as in {@code nothing stands there}; empty when it is more
     * @param place the heading
     */
    public record Section(String title, int words, Optional<String> placeholder, Place place) {}

    /** By what titles are compared: without number, punctuation at the ends, and difference of case. */
    public static String key(String title) {
        var plain = Normalizer.normalize(title, Normalizer.Form.NFKC).strip();
        var unnumbered = NUMBER.matcher(plain).replaceFirst("");
        var bare = AT_THE_ENDS.matcher(unnumbered).replaceAll("");
        return GAP.matcher(bare).replaceAll(" ").toLowerCase(Locale.ROOT);
    }

    /** The sections with that title, however it is numbered. */
    public List<Section> titled(String title) {
        var key = key(title);
        return sections.stream()
                .filter(section -> key(section.title).equals(key))
                .toList();
    }

    /** A document describes the service and is not taken from it: it ages by itself, and signing ties it to content. */
    @Override
    public boolean isAboutContent() {
        return false;
    }

    @Override
    public String renewal() {
        return "Go through it again, write the day into it under reviewed, and commit it";
    }

    /** One document in several files. */
    @Override
    public Document merge(Measurement other) {
        var that = Measurement.as(Document.class, other);
        var allFiles = new TreeSet<>(files);
        allFiles.addAll(that.files);
        var allOwners = new TreeSet<>(owners);
        allOwners.addAll(that.owners);
        return new Document(
                allFiles,
                allOwners,
                Stream.concat(sections.stream(), that.sections.stream())
                        .sorted((one, another) -> one.place.compareTo(another.place))
                        .toList());
    }
}
