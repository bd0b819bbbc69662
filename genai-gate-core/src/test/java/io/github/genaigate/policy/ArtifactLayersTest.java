package io.github.genaigate.policy;

import static io.github.genaigate.policy.Desk.ORG;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.model.Decision.LayerFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Layers that are artifacts, and what hostile ones try. */
class ArtifactLayersTest {

    private static final String NAME = "maven:acme:policy:1.0";

    @TempDir
    Path folder;

    private Shelf shelf;
    private Desk desk;

    @BeforeEach
    void desk() throws IOException {
        shelf = new Shelf(folder);
        desk = new Desk(folder, shelf);
    }

    @Test
    void a_layer_is_called_as_its_artifact_and_told_apart() throws IOException {
        shelf.policy(NAME, ORG);

        var policy = desk.policy(NAME);

        assertThat(policy.layers()).singleElement().satisfies(layer -> {
            assertThat(layer.name()).isEqualTo("org");
            assertThat(layer.source()).isEqualTo(NAME);
            assertThat(layer.origin()).isEqualTo("maven");
        });
        assertThat(policy.restsOnTree()).isFalse();
        assertThat(policy.requirements().get("sample").origins().get("levels"))
                .hasToString("org 1.0.0 (maven:acme:policy:1.0!/policy.yaml:8:5)");
    }

    @Test
    void a_file_extends_an_artifact_and_an_artifact_another() throws IOException {
        shelf.policy("maven:acme:org:1.0", ORG);
        shelf.policy(NAME, "name: division\nversion: 2.0.0\nextends: [\"maven:acme:org:1.0\"]\n");
        desk.write("team.yaml", "name: team\nversion: 3.0.0\nextends: [\"" + NAME + "\"]\n");

        assertThat(desk.policy("team.yaml").layers().stream().map(layer -> layer.source()))
                .containsExactly("maven:acme:org:1.0", NAME, "team.yaml");
    }

    @Test
    void relative_names_stay_within_the_artifact() throws IOException {
        shelf.policy(
                NAME,
                "name: org\nversion: 1.0.0\nextends: [layers/below.yaml]\n",
                "layers/below.yaml",
                Shelf.document("name: below\nversion: 1.0.0\nextends: [../top.yaml]\n"),
                "top.yaml",
                Shelf.document(ORG.replace("name: org", "name: top")));

        assertThat(desk.policy(NAME).layers().stream().map(layer -> layer.source()))
                .containsExactly(NAME + "!/top.yaml", NAME + "!/layers/below.yaml", NAME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret.yaml", "layers/../../secret.yaml", "..\\\\secret.yaml"})
    void no_name_leads_out_of_the_artifact(String name) throws IOException {
        desk.write("secret.yaml", ORG);
        shelf.policy(NAME, "name: org\nversion: 1.0.0\nextends: [\"" + name + "\"]\n");

        assertThat(desk.problems(NAME))
                .containsExactly(
                        NAME + "!/policy.yaml:5:1: The path \"" + name.replace("\\\\", "\\") + "\" leads out of " + NAME
                                + "; Name a file in META-INF/genai-gate/ of the artifact, or another artifact");
    }

    @Test
    void a_file_that_is_not_in_the_artifact_is_not_looked_for_elsewhere() throws IOException {
        desk.write("top.yaml", ORG);
        shelf.policy(NAME, "name: org\nversion: 1.0.0\nextends: [top.yaml]\n");

        assertThat(desk.problems(NAME))
                .containsExactly(NAME + "!/policy.yaml:5:1: There is no \"top.yaml\" in " + NAME
                        + "; Add it to META-INF/genai-gate/ of the artifact, or correct the path");
    }

    @Test
    void an_artifact_that_extends_itself_is_refused() throws IOException {
        shelf.policy(NAME, "name: org\nversion: 1.0.0\nextends: [\"" + NAME + "\"]\n");

        assertThat(desk.problems(NAME))
                .containsExactly(
                        NAME + "!/policy.yaml: The policy extends itself; Remove the extends that leads back here");
    }

    @Test
    void the_keys_of_the_signers_are_part_of_the_digest() throws IOException {
        var body = ORG + "allowedSigners: keys/allowed_signers\n";
        shelf.policy(NAME, body, "keys/allowed_signers", "kim ssh-ed25519 AAAA\n");
        var one = desk.policy(NAME).identity();
        shelf.policy(NAME, body, "keys/allowed_signers", "eve ssh-ed25519 BBBB\n");
        var other = desk.policy(NAME).identity();

        assertThat(one.layers().get(0).sha256()).isEqualTo(other.layers().get(0).sha256());
        assertThat(one.layers().get(0).files()).extracting(LayerFile::name).containsExactly("keys/allowed_signers");
        assertThat(one.digest()).isNotEqualTo(other.digest());
    }

    @Test
    void keys_beside_a_policy_file_are_part_of_the_digest_as_well() throws IOException {
        desk.write("org.yaml", ORG + "allowedSigners: allowed_signers\n");
        Files.writeString(folder.resolve("allowed_signers"), "kim ssh-ed25519 AAAA\n");
        var one = desk.policy("org.yaml").identity().digest();
        Files.writeString(folder.resolve("allowed_signers"), "eve ssh-ed25519 BBBB\n");

        assertThat(desk.policy("org.yaml").identity().digest()).isNotEqualTo(one);
    }

    @Test
    void keys_too_large_to_be_hashed_whole_are_refused() throws IOException {
        desk.write("org.yaml", ORG + "allowedSigners: allowed_signers\n");
        Files.write(folder.resolve("allowed_signers"), new byte[(1 << 20) + 1]);

        assertThat(desk.problems("org.yaml"))
                .containsExactly("org.yaml:16:1: The file \"allowed_signers\" is larger than 1024 KiB;"
                        + " Name the file of the signers' keys");
    }

    @Test
    void what_is_not_found_is_told_where_it_is_named() throws IOException {
        desk.write(
                "team.yaml", "name: team\nversion: 3.0.0\nextends: [\"maven:acme:gone:1.0\", \"maven:acme:gone\"]\n");

        assertThat(desk.problems("team.yaml", "mvn:acme:policy:1.0"))
                .containsExactly(
                        "genai-gate.policy: There is no policy \"mvn:acme:policy:1.0\"; Correct the path; an artifact is"
                                + " written maven:group:artifact:version",
                        "team.yaml:5:1: The policy \"maven:acme:gone\" does not have the form"
                                + " maven:group:artifact:version; Write maven:acme:gone:<version>",
                        "team.yaml:5:1: There is no artifact maven:acme:gone:1.0; Deploy it");
    }

    @Test
    void the_library_alone_resolves_nothing() throws IOException {
        assertThat(new Desk(folder).problems(NAME))
                .containsExactly("genai-gate.policy: The policy " + NAME + " is an artifact, and nothing here resolves"
                        + " artifacts; Run a goal of the Maven plugin, or name a file");
    }

    @Test
    void an_artifact_without_a_policy_tells_what_it_has() throws IOException {
        shelf.jar(NAME, "policy.yaml", "", "META-INF/genai-gate/acme.yaml", "");
        shelf.jar("maven:acme:other:1.0", "Code.class", "");

        var mend = "; Put the policy there, in a Maven build as src/main/resources/META-INF/genai-gate/policy.yaml";
        assertThat(desk.problems(NAME, "maven:acme:other:1.0"))
                .containsExactly(
                        "genai-gate.policy: The artifact maven:acme:other:1.0 holds no META-INF/genai-gate/policy.yaml"
                                + mend,
                        "genai-gate.policy: The artifact " + NAME
                                + " holds no META-INF/genai-gate/policy.yaml, but acme.yaml" + mend);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../policy.yaml", "/etc/policy.yaml", "a/./b", "a//b", "META-INF\\genai-gate\\policy.yaml"})
    void an_entry_that_leads_elsewhere_spoils_the_artifact(String entry) throws IOException {
        shelf.policy(NAME, ORG).jar(NAME, "META-INF/genai-gate/policy.yaml", Shelf.document(ORG), entry, "");

        assertUnsound("has an entry \"" + entry + "\" that leads out of it");
    }

    @Test
    void an_entry_twice_spoils_the_artifact() throws IOException {
        shelf.policy(NAME, ORG, "policy.yamm", Shelf.document(ORG));
        // The same name in both headers of the second entry; a stream that writes archives refuses to do it.
        var text =
                Files.readString(shelf.file(NAME), StandardCharsets.ISO_8859_1).replace("policy.yamm", "policy.yaml");
        shelf.put(NAME, text.getBytes(StandardCharsets.ISO_8859_1));

        assertUnsound("has the entry \"META-INF/genai-gate/policy.yaml\" twice");
    }

    @Test
    void an_archive_that_is_cut_or_none_is_unsound() throws IOException {
        shelf.policy(NAME, ORG);
        byte[] whole = Files.readAllBytes(shelf.file(NAME));
        for (byte[] bytes : new byte[][] {
            {},
            Arrays.copyOf(whole, whole.length / 2),
            Arrays.copyOf(whole, whole.length - 1),
            ORG.getBytes(StandardCharsets.UTF_8)
        }) {
            shelf.put(NAME, bytes);
            assertUnsound("cannot be read as a jar");
        }
    }

    @Test
    void a_folder_in_the_place_of_a_jar_is_unsound() throws IOException {
        shelf.policy(NAME, ORG);
        Files.delete(shelf.file(NAME));
        Files.createDirectory(shelf.file(NAME));

        assertUnsound("is no file of at most 16 MiB");
    }

    @Test
    void too_large_a_jar_is_unsound() throws IOException {
        shelf.put(NAME, new byte[(16 << 20) + 1]);

        assertUnsound("is no file of at most 16 MiB");
    }

    @Test
    void too_many_entries_or_files_are_unsound() throws IOException {
        shelf.jar(NAME, entries("", 10_001));
        assertUnsound("has more than 10000 entries");

        shelf.jar(NAME, entries("META-INF/genai-gate/", 101));
        assertUnsound("has more than 100 files in META-INF/genai-gate/");
    }

    private static String[] entries(String folder, int number) {
        return IntStream.range(0, number)
                .boxed()
                .flatMap(i -> Stream.of(folder + i, ""))
                .toArray(String[]::new);
    }

    @Test
    void a_policy_that_grows_without_end_when_unpacked_is_read_no_further_than_any_file() throws IOException {
        shelf.policy(NAME, ORG + "# " + "x".repeat(64 << 20) + "\n");

        assertThat(Files.size(shelf.file(NAME))).isLessThan(1 << 20);
        assertThat(desk.problems(NAME))
                .containsExactly(NAME + "!/policy.yaml: The file is larger than 1 MiB;"
                        + " Move what is not a claim or a demand out of it");
    }

    private void assertUnsound(String what) throws IOException {
        assertThat(desk.problems(NAME))
                .containsExactly("genai-gate.policy: The policy artifact " + NAME + " " + what
                        + "; Look at what was published, and publish a sound one as a new version");
    }
}
