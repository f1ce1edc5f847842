// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Streams, who reads them, and what could not be sorted.
class StreamCommandsTest {
    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(folder);
    }

    @AfterEach
    void close() {
        shell.close();
    }

    @Test
    void streamsAreMadeAndProgramsGetTokensToReadThem() {
        shell.startHub();
        assertThat(shell.on("streams", "make", "plant/press", "--batch-ids", "{deviceId}", "--join", "WITH_NEW_LINES"))
                .isZero();
        assertThat(shell.on("streams", "list")).isZero();
        assertThat(shell.said()).contains("plant/press").contains("dead-letters");
        assertThat(shell.on("streams", "messages", "2", "--text", "nothing")).isZero();
        assertThat(shell.on("streams", "payload", "2", "0")).isEqualTo(1);
        assertThat(shell.complained()).contains("Message 0 of stream 2 is not there");
        assertThat(shell.on("streams", "make", "press")).isEqualTo(1);
        assertThat(shell.on("consumers", "make", "shop", "--channel", "1", "--channel", "2", "--life", "P30D"))
                .isZero();
        assertThat(shell.said()).containsPattern("sbc_[A-Za-z0-9_-]{43}");
        assertThat(shell.on("consumers", "make", "shop")).isEqualTo(1);
        assertThat(shell.complained()).contains("There is a consumer token \"shop\" already.");
        assertThat(shell.on("consumers", "make", "other", "--life", "long")).isEqualTo(1);
        assertThat(shell.on("consumers", "list")).isZero();
        assertThat(shell.said()).contains("1 2");
        assertThat(shell.on("consumers", "delete", "shop")).isZero();
        assertThat(shell.on("consumers", "delete", "shop")).isEqualTo(1);
        assertThat(shell.on("streams", "delete", "2")).isZero();
    }

    @Test
    void deadLettersAreCountedAndForgottenOnlyOnPurpose() {
        shell.startHub();
        assertThat(shell.on("streams", "letters", "list")).isZero();
        assertThat(shell.said()).contains("REASON");
        assertThat(shell.on("streams", "letters", "discard", "3", "4")).isEqualTo(1);
        assertThat(shell.complained())
                .contains("forget 2 dead letters for good")
                .contains("--yes");
        assertThat(shell.on("streams", "letters", "discard", "3", "4", "--yes")).isZero();
        assertThat(shell.said()).contains("0 discarded");
        assertThat(shell.on("streams", "letters", "again", "--reason", "stream-not-known"))
                .isZero();
        assertThat(shell.said()).contains("0 sent again, 0 dead letters still");
        assertThat(shell.on("streams", "letters", "again", "--reason", "whatever"))
                .isEqualTo(1);
        assertThat(shell.complained()).contains("which dead letters are meant");
    }

    @Test
    void theHubSaysWhetherItTakesInMessages() {
        shell.startHub();
        assertThat(shell.on("intake")).isZero();
        assertThat(shell.said()).contains("taken in").contains("any number").contains("MiB");
        assertThat(shell.on("intake", "--json")).isZero();
        assertThat(shell.said()).contains("keptFreeBytes");
    }
}
