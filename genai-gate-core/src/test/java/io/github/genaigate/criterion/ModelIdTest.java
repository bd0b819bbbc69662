package io.github.genaigate.criterion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelIdTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gpt-4o-2024-08-06",
                "openai/gpt-4.1-2025-04-14",
                "claude-3-5-sonnet-20241022",
                "claude-3-5-sonnet@20240620",
                "eu.anthropic.claude-3-opus-20240229-v1:0",
                "amazon.titan-text-lite-v1:0",
                "command-r-08-2024",
                "gpt-4-0613",
                "gpt-4-1106-preview",
                "GPT-4-0613",
                "gemini-1.5-pro-002",
                "text-bison@001",
                "mistral-large-2411",
                "meta-llama/Llama-3.1-8B-Instruct@5206a32e0bd3067aef1ce90f5528ade7d866253f",
                "acme/answers@sha256:9f86d081884c7d65",
            })
    void oneSnapshotIsPinned(String id) {
        assertThat(new ModelId(id).isPinned()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gpt-4o",
                "gpt-4",
                "gpt-4.1-mini",
                "claude-sonnet",
                "claude-3-5-sonnet-latest",
                "latest",
                "llama3.1:latest",
                "llama3.1:8b",
                "gpt-oss-120b",
                "llama-3-405b",
                "qwen2.5-7b-instruct-128k",
                "meta-llama/Llama-3.1-8B-Instruct",
                "gpt-4o-2024",
                "model-20241399",
                "gpt-4o-2024-08-06-latest",
                "org/model@main",
                "echo",
                "file://provider.py",
                "",
            })
    void aNameThatMayMoveIsNot(String id) {
        assertThat(new ModelId(id).isPinned()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "gpt-4o, gpt-4o-2024-08-06, true",
        "gpt-4o-2024-11-20, gpt-4o-2024-08-06, true",
        "openai/gpt-4o, GPT-4o, true",
        "claude-3-5-sonnet-latest, claude-3-5-sonnet@20240620, true",
        "gpt-4o, gpt-4o-mini, false",
        "gpt-4o, gpt-4.1, false",
        "llama3.1:8b, llama3.1:70b, false",
    })
    void snapshotsOfOneModelAreAlike(String one, String other, boolean alike) {
        assertThat(new ModelId(one).isAlike(new ModelId(other))).isEqualTo(alike);
        assertThat(new ModelId(other).isAlike(new ModelId(one))).isEqualTo(alike);
    }

    @Test
    void namesWithoutAnythingElseAreAlikeOnlyWhenEqual() {
        assertThat(new ModelId("latest").isAlike(new ModelId("@001"))).isFalse();
    }

    @Test
    void whatIsTooLongForAnIdNamesNoSnapshot() {
        assertThat(new ModelId("m".repeat(300) + "-2024-08-06").isPinned()).isFalse();
        assertThat(new ModelId("m".repeat(300)).isAlike(new ModelId("m".repeat(300) + "-2024-08-06")))
                .isFalse();
    }
}
