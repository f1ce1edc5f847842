// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    Path folder;

    @Test
    void itHasTheLastContentAndOnlyItsOwnerReadsIt() throws Exception {
        Path path = folder.resolve("twin.json");
        var file = new AtomicFile(path);
        assertThat(file.read()).isEmpty();
        file.write("first, and longer".getBytes(StandardCharsets.UTF_8));
        file.write("second".getBytes(StandardCharsets.UTF_8));
        assertThat(file.read().orElseThrow()).asString(StandardCharsets.UTF_8).isEqualTo("second");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
        file.delete();
        file.delete();
        assertThat(file.read()).isEmpty();
    }

    @Test
    void whatAnEarlierWriteLeftHalfDoneIsNoHindrance() throws Exception {
        Path path = folder.resolve("twin.json");
        Files.writeString(folder.resolve("twin.json.new"), "half");
        assertThat(new AtomicFile(path).read()).isEmpty();
        new AtomicFile(path).write(new byte[] {1});
        assertThat(new AtomicFile(path).read().orElseThrow()).containsExactly(1);
    }
}
