// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.testing.disk.DiskStep;
import dev.signalbox.testing.disk.DiskWatch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderTest {
    private static final byte[] OLD = "old".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path path;

    @Test
    void whatWasWrittenIsReadAndNothingElseIsThere() {
        Folder folder = Folder.at(path);
        folder.write("state.json", OLD);
        assertThat(folder.read("state.json")).hasValue(OLD);
        assertThat(folder.read("other.json")).isEmpty();
    }

    @Test
    void aWriteThatFailsLeavesTheOldContent() throws IOException {
        Folder folder = Folder.at(path);
        folder.write("state.json", OLD);
        Files.createDirectory(path.resolve("state.json.new"));
        assertThatThrownBy(() -> folder.write("state.json", new byte[] {1}))
                .hasMessageContaining("state.json")
                .hasMessageContaining("storage.unusable");
        assertThat(folder.read("state.json")).hasValue(OLD);
    }

    @Test
    void whatAFullDiskDidNotTakeLeavesNothingBehind() {
        Path full = DiskWatch.over(path, step -> {
            if (step.kind() == DiskStep.Kind.HALF_WRITTEN) {
                throw new IOException("No space left on device");
            }
        });
        assertThatThrownBy(() -> Folder.at(full).write("state.json", OLD)).isInstanceOf(DiskRefused.class);
        assertThat(path).isEmptyDirectory();
    }

    @Test
    void aFolderIsOpenedAndReadOnADiskThatTakesNothing() {
        Folder.at(path).in("inner").write("state.json", OLD);
        Path readOnly = DiskWatch.over(path, step -> {
            if (step.kind().changes()) {
                throw new IOException("Read-only file system");
            }
        });
        assertThat(Folder.at(readOnly).in("inner").read("state.json")).hasValue(OLD);
    }

    @Test
    void aFileThatIsMovedAsideIsKeptUnderANameThatSaysSo() {
        Folder folder = Folder.at(path);
        folder.write("state.json", OLD);
        String aside = folder.moveAside("state.json");
        assertThat(aside).startsWith("state.json.damaged-2");
        assertThat(folder.names()).containsExactly(aside);
        assertThat(folder.read(aside)).hasValue(OLD);
    }

    @Test
    void aFolderThatCannotBeIsNamed() throws IOException {
        Files.writeString(path.resolve("file"), "no folder");
        assertThatThrownBy(() -> Folder.at(path.resolve("file/node")))
                .hasMessageContaining("file/node")
                .hasMessageContaining("--data");
    }
}
