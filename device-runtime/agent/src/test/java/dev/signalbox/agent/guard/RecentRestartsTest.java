// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.agent.storage.Folder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecentRestartsTest {
    private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");

    @TempDir
    Path folder;

    @Test
    void fiveInTenMinutesAreTheMostAndLaterThereAreMore() {
        for (int i = 0; i < RecentRestarts.MOST; i++) {
            assertThat(at(NOW.plusSeconds(i)).allow()).isTrue();
        }
        assertThat(at(NOW.plusSeconds(10)).allow()).isFalse();
        assertThat(at(NOW.plusSeconds(603)).allow()).isTrue();
    }

    @Test
    void aClockThatWasPutBackFreesWhatItDated() {
        for (int i = 0; i < RecentRestarts.MOST; i++) {
            at(NOW).allow();
        }
        assertThat(at(NOW.minusSeconds(3_600)).allow()).isTrue();
    }

    private RecentRestarts at(Instant time) {
        return new RecentRestarts(Folder.at(folder), Clock.fixed(time, ZoneOffset.UTC));
    }
}
