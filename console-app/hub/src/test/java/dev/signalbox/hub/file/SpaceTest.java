// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.file;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.protocol.codec.ProblemException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpaceTest {
    @TempDir
    Path folder;

    @Test
    void whatIsOnItsWayCountsUntilItIsGivenBack() throws Exception {
        var space = new Space(folder, 1 << 20);
        long half = folder.toFile().getUsableSpace() / 2;
        AutoCloseable first = space.take(half);
        assertThatThrownBy(() -> space.take(half)).isInstanceOf(ProblemException.class);
        first.close();
        space.take(half).close();
    }

    @Test
    void filesLeaveTwiceAsMuchFreeAsMessagesHaveTo() throws Exception {
        long free = folder.toFile().getUsableSpace();
        new Space(folder, free / 4).take(1).close();
        assertThatThrownBy(() -> new Space(folder, free).take(1)).hasMessageContaining("file.no-space");
    }
}
