package io.github.genaigate.gate;

import io.github.genaigate.input.BaseDirectory;
import io.github.genaigate.manifest.Manifest;
import io.github.genaigate.manifest.ManifestLoader;
import io.github.genaigate.model.Glob;
import io.github.genaigate.policy.Policy;
import io.github.genaigate.repository.Coverage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which files are covered content: the manifest's globs and the policy's, and the manifest in its canonical form. */
final class Coverages {

    private Coverages() {}

    static Coverage of(GateRequest request, BaseDirectory base, Policy policy, Manifest manifest) {
        var globs = new LinkedHashSet<Glob>();
        manifest.service().content().forEach(pattern -> globs.add(new Glob(pattern)));
        policy.rules().contentAtLeast().forEach(pattern -> globs.add(new Glob(pattern)));
        return new Coverage(
                List.copyOf(globs),
                excluded(request, base, policy, manifest),
                Optional.of(new Coverage.CanonicalManifest(request.manifest(), ManifestLoader::canonicalDigest)));
    }

    /** The same with further globs. */
    static Coverage and(Coverage coverage, List<String> further) {
        var globs = new LinkedHashSet<>(coverage.globs());
        further.forEach(pattern -> globs.add(new Glob(pattern)));
        return new Coverage(List.copyOf(globs), coverage.excluded(), coverage.manifest());
    }

    /**
     * Records of approval and single files of evidence would change the very content that they are about. A glob of
     * evidence excludes nothing, and nothing that the policy covers is excluded: no manifest can hide its code this way.
     */
    private static List<Glob> excluded(GateRequest request, BaseDirectory base, Policy policy, Manifest manifest) {
        var excluded = new ArrayList<Glob>();
        Stream.of(
                        manifest.signOffs().stream().map(Manifest.SignOffReference::record),
                        manifest.waivers().stream().map(Manifest.WaiverClaim::approval),
                        manifest.evidence().values().stream().map(Manifest.Evidence::path))
                .flatMap(paths -> paths)
                .filter(path -> !new Glob(path).isPattern())
                .filter(path ->
                        policy.rules().contentAtLeast().stream().noneMatch(pattern -> new Glob(pattern).matches(path)))
                .distinct()
                .forEach(path -> excluded.add(new Glob(path)));
        Path output = real(request.outputDirectory().toAbsolutePath().normalize());
        if (output.startsWith(base.root()) && !output.equals(base.root())) {
            excluded.add(new Glob(base.root().relativize(output).toString().replace('\\', '/') + "/**"));
        }
        return excluded;
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
