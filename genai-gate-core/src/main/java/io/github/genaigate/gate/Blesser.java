package io.github.genaigate.gate;

import io.github.genaigate.input.BaseDirectory;
import io.github.genaigate.input.RefusedException;
import io.github.genaigate.model.Decision;
import io.github.genaigate.model.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/** Writes a decision to be compared with. Nothing but this does: a baseline is never a side effect. */
final class Blesser {

    private final Gate gate;
    private final GateRequest request;

    Blesser(Gate gate, GateRequest request) {
        this.gate = gate;
        this.request = request;
    }

    Blessing bless() throws IOException {
        var run = new Run(gate, request);
        Decision decision = run.decideUncompared();
        if (decision.verdict() != Verdict.READY) {
            return Blessing.refused(decision, "Only what is ready can be blessed; genai-gate:report tells what is not");
        }
        if (decision.subject().dirty()) {
            return Blessing.refused(
                    decision, "The covered content has changes that are not committed: commit them, and bless what is");
        }
        var path = run.baseline();
        if (path.isEmpty()) {
            return Blessing.refused(
                    decision,
                    "The manifest names no baseline: add a line such as baseline: governance/baseline.json to it");
        }
        var file = file(path.get());
        return file.isEmpty()
                ? Blessing.refused(decision, "The file " + path.get() + " would lie outside of the base directory")
                : new Blessing(
                        decision,
                        Optional.of(new ReportFiles(gate.reports()).bless(decision, file.get())),
                        Optional.empty());
    }

    /** Links lead out of the base directory; none is followed. */
    private Optional<Path> file(String path) throws IOException {
        Path root;
        try {
            root = BaseDirectory.of(request.baseDirectory()).root();
        } catch (RefusedException gone) {
            return Optional.empty();
        }
        Path file = root.resolve(path);
        Path folder = Optional.ofNullable(file.getParent()).orElse(root);
        for (Path there = folder;
                !there.equals(root);
                there = Optional.ofNullable(there.getParent()).orElse(root)) {
            if (Files.isSymbolicLink(there)) {
                return Optional.empty();
            }
        }
        boolean plain = Files.notExists(file, LinkOption.NOFOLLOW_LINKS)
                || Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
        Files.createDirectories(folder);
        return plain && folder.toRealPath().startsWith(root) ? Optional.of(file) : Optional.empty();
    }
}
