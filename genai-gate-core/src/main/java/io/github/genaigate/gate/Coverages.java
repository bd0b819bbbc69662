package io.github.genaigate.gate;

import io.github.genaigate.input.BaseDirectory;
import io.github.genaigate.input.Text;
import io.github.genaigate.manifest.Manifest;
import io.github.genaigate.manifest.ManifestLoader;
import io.github.genaigate.model.Glob;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Problem;
import io.github.genaigate.policy.Policy;
import io.github.genaigate.repository.Coverage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** Which files are covered content: the manifest's globs and the policy's, and the manifest in its canonical form. */
final class Coverages {

    private Coverages() {}

    static Coverage of(
            GateRequest request, BaseDirectory base, Policy policy, Manifest manifest, Collection<String> reports) {
        var globs = new LinkedHashSet<Glob>();
        manifest.service().content().forEach(pattern -> globs.add(new Glob(pattern)));
        policy.rules().contentAtLeast().forEach(pattern -> globs.add(new Glob(pattern)));
        return new Coverage(
                List.copyOf(globs),
                excluded(request, base, reports),
                Optional.of(new Coverage.CanonicalManifest(request.manifest(), ManifestLoader::canonicalDigest)));
    }

    /** The same with further globs. */
    static Coverage and(Coverage coverage, List<String> further) {
        var globs = new LinkedHashSet<>(coverage.globs());
        further.forEach(pattern -> globs.add(new Glob(pattern)));
        return new Coverage(List.copyOf(globs), coverage.excluded(), coverage.manifest());
    }

    /**
     * The reports alone, which the gate itself writes. Nothing that a manifest or a build names is left out: it could hide
     * code that way.
     */
    private static List<Glob> excluded(GateRequest request, BaseDirectory base, Collection<String> reports) {
        Path output = real(request.outputDirectory().toAbsolutePath().normalize());
        return output.startsWith(base.root())
                ? reports.stream()
                        .map(report -> base.root()
                                .relativize(output.resolve(report))
                                .toString()
                                .replace('\\', '/'))
                        .map(Glob::new)
                        .toList()
                : List.of();
    }

    /** Records of approval that are covered content themselves: approving would change what is approved. */
    static List<Problem> records(Coverage coverage, Manifest manifest) {
        var problems = new ArrayList<Problem>();
        manifest.signOffs()
                .forEach(one -> record(coverage, one.record(), one.place()).ifPresent(problems::add));
        manifest.waivers()
                .forEach(one -> record(coverage, one.approval(), one.place()).ifPresent(problems::add));
        manifest.baseline()
                .flatMap(path -> covered(coverage, path))
                .ifPresent(glob -> problems.add(new Problem(
                        manifest.place(),
                        "The baseline " + Text.quoted(manifest.baseline().orElseThrow())
                                + " is covered content itself, by " + Text.quoted(glob.pattern())
                                + ": blessing would change what is judged",
                        "Keep it in a folder that service.content does not cover, such as governance")));
        return problems;
    }

    private static Optional<Glob> covered(Coverage coverage, String path) {
        return coverage.globs().stream().filter(glob -> glob.matches(path)).findFirst();
    }

    private static Optional<Problem> record(Coverage coverage, String path, Place place) {
        return covered(coverage, path)
                .map(glob -> new Problem(
                        place,
                        "The record " + Text.quoted(path) + " is covered content itself, by "
                                + Text.quoted(glob.pattern()) + ": approving would change what is approved",
                        "Keep records in a folder that service.content does not cover, such as governance"));
    }

    /** Links resolved as in the base directory, as far as the folder is there already. */
    private static Path real(Path folder) {
        for (Path there = folder; there != null; there = there.getParent()) {
            if (Files.exists(there)) {
                try {
                    return there.toRealPath().resolve(there.relativize(folder));
                } catch (IOException broken) {
                    return folder;
                }
            }
        }
        return folder;
    }
}
