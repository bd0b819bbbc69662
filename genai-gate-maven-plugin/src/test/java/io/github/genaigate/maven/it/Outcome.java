package io.github.genaigate.maven.it;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a build in an integration test left: its log and its files. */
public final class Outcome {

    private final Path folder;
    private final String log;

    /** The outcome in the folder of a test. */
    public Outcome(File folder) {
        this.folder = folder.toPath();
        // Colours come and go with the Maven that runs; their codes are not what is tested.
        this.log = read("build.log").replaceAll("\u001b\\[[0-9;]*m", "");
        doesNotSay("* io.github.genaigate:genai-gate-maven-plugin"); // so Maven begins its complaints about a plugin
    }

    /** The log without colours. */
    public String log() {
        return log;
    }

    /** A file as text. */
    public String read(String path) {
        try {
            return Files.readString(folder.resolve(path));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Fails unless the log has the text. */
    public Outcome says(String text) {
        return check(log.contains(text), "the log does not say: " + text);
    }

    /** Fails when the log has the text. */
    public Outcome doesNotSay(String text) {
        return check(!log.contains(text), "the log says: " + text);
    }

    /** Fails unless the log has the text so many times. */
    public Outcome says(String text, int times) {
        int found = (log.length() - log.replace(text, "").length()) / text.length();
        return check(found == times, "the log says " + found + " times, not " + times + ": " + text);
    }

    /** Fails unless the decision has the verdict, and the other reports stand beside it. */
    public Outcome decided(String verdict) {
        return decided(verdict, "target/genai-gate");
    }

    /** The same in another folder. */
    public Outcome decided(String verdict, String output) {
        var decision = read(output + "/decision.json").replaceAll("\\s+", "");
        check(decision.contains("\"verdict\":\"" + verdict + "\""), "the decision is not " + verdict);
        return exists(output + "/report.html");
    }

    /** Fails unless the file is there. */
    public Outcome exists(String path) {
        return check(Files.exists(folder.resolve(path)), "there is no " + path);
    }

    /** Fails when the file is there. */
    public Outcome lacks(String path) {
        return check(!Files.exists(folder.resolve(path)), "there is a " + path);
    }

    private Outcome check(boolean holds, String complaint) {
        if (!holds) {
            throw new AssertionError(folder.getFileName() + ": " + complaint);
        }
        return this;
    }
}
