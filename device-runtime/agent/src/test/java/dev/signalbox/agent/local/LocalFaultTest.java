// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.testing.process.Await;
import dev.signalbox.testing.process.JavaProgram;
import dev.signalbox.testing.process.ProgramProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// App and node are killed again and again, as by a power cut of either.
class LocalFaultTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private ProgramProcess start(Class<?> program) {
        ProgramProcess started = new JavaProgram(program.getName(), List.of())
                .start(program.getSimpleName(), List.of(folder.toString()));
        started.waitForLine("ready"::equals, LONG);
        return started;
    }

    @Test
    void aDurableBufferLosesNothingAndKeepsTheOrderWhoeverIsKilled() throws Exception {
        int kills = Integer.getInteger("signalbox.local.kills", 40);
        start(LedgerNode.class).close();
        start(CountingApp.class).close(); // in order, so that the many starts are quick
        ProgramProcess node = start(LedgerNode.class);
        ProgramProcess app = start(CountingApp.class);
        try {
            for (int kill = 0; kill < kills; kill++) {
                long before = sent();
                Await.until("the app goes on", LONG, () -> sent() > before + 5);
                if (kill % 2 == 0) {
                    app.kill();
                    app = start(CountingApp.class);
                } else {
                    node.kill();
                    node = start(LedgerNode.class);
                }
            }
            long last = sent();
            Await.until("all arrive", LONG, () -> ledger().containsValue(last));
        } finally {
            app.close();
            node.close();
        }
        assertWhole();
    }

    /// Of two with one id the hub keeps the first; numbers then grow by one, or repeat where the app itself was killed
    /// between sending and noting that.
    private void assertWhole() {
        long former = 0;
        for (long n : ledger().values()) {
            assertThat(n).isBetween(former, former + 1);
            former = n;
        }
        assertThat(former).isPositive();
    }

    /// How many messages the app was told are on its disk.
    private long sent() {
        try {
            Path file = folder.resolve("sent");
            return Files.exists(file)
                    ? Long.parseLong("0" + Files.readString(file).strip())
                    : 0;
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    /// By id, in the order in which they came first.
    private Map<String, Long> ledger() {
        try {
            var first = new LinkedHashMap<String, Long>();
            Path file = folder.resolve("ledger");
            for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
                String[] parts = line.split(" ");
                if (parts.length == 3) {
                    first.putIfAbsent(parts[0], Long.valueOf(parts[1]));
                }
            }
            return first;
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
