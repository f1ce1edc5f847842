// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskReserveTest {
    @Test
    void theReserveIsForAllElse() {
        assertThat(new DiskReserve(() -> 99, 100).isReached()).isTrue();
        assertThat(new DiskReserve(() -> 100, 100).isReached()).isFalse();
    }

    @Test
    void aSmallDiskKeepsATwentiethFree(@TempDir Path folder) {
        long kept = DiskReserve.of(folder, OptionalLong.empty()).kept();
        assertThat(kept)
                .isBetween(1L, 1L << 30)
                .isLessThanOrEqualTo(folder.toFile().getTotalSpace() / 20);
        assertThat(DiskReserve.of(folder, OptionalLong.of(7)).kept()).isEqualTo(7);
    }
}
