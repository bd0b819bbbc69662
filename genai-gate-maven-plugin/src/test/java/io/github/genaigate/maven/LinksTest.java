package io.github.genaigate.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinksTest {

    @TempDir
    Path root;

    @Test
    void seesALinkOnTheWayWhereverItLeads() throws IOException {
        var tree = Files.createDirectories(root.resolve("tree"));
        assertThat(Links.between(tree, tree.resolve("target/genai-gate"))).isFalse();
        Files.createSymbolicLink(tree.resolve("target"), Path.of("nowhere"));
        assertThat(Links.between(tree, tree.resolve("target/genai-gate"))).isTrue();
    }

    @Test
    void seesTheLinkThatIsTheFolderItself() throws IOException {
        var tree = Files.createDirectories(root.resolve("tree/target"));
        Files.createSymbolicLink(tree.resolve("genai-gate"), root);
        assertThat(Links.between(root.resolve("tree"), tree.resolve("genai-gate")))
                .isTrue();
    }

    @Test
    void leavesLinksAboveTheTreeAlone() throws IOException {
        Files.createDirectories(root.resolve("real"));
        Files.createSymbolicLink(root.resolve("tree"), root.resolve("real"));
        assertThat(Links.between(root.resolve("tree"), root.resolve("tree/target")))
                .isFalse();
    }
}
