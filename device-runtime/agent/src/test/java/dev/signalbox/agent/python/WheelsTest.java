// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.agent.child.ChildLaunch;
import dev.signalbox.agent.release.PackageFiles;
import dev.signalbox.agent.storage.DiskRefused;
import dev.signalbox.protocol.codec.Digests;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.release.LockedPackage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of packages that pip does not install. A shell says what pip would say.
class WheelsTest {
    private static final LockedPackage WHEEL =
            new LockedPackage("tool==1", "tool-1-py3-none-any.whl", Digests.of(new byte[] {1}), 1);

    @TempDir
    Path folder;

    private PackageFiles packages() {
        return new PackageFiles(List.of(WHEEL), folder);
    }

    /// pip that leaves a part of what it was to install.
    private Wheels saying(String words) {
        String pip = "mkdir \"$1\"; touch \"$1/part\"; echo \"$0\" >&2; exit 1";
        return new Wheels(arguments -> new ChildLaunch(
                List.of("sh", "-c", pip, words, arguments.get(arguments.indexOf("--target") + 1)), Map.of(), folder));
    }

    @Test
    void aFullDiskIsNotThePackagesFaultAndKeepsNothingOfThem() {
        var pip = saying("ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device");
        assertThatThrownBy(() -> pip.installed(packages()))
                .isInstanceOf(DiskRefused.class)
                .hasMessageContaining("No space left");
        assertThat(folder.resolve(packages().unpacked().getFileName() + ".new")).doesNotExist();
    }

    @Test
    void packagesThatDoNotFitAreRefused() {
        var pip = saying("ERROR: tool-1-py3-none-any.whl is not a supported wheel on this platform.");
        assertThatThrownBy(() -> pip.installed(packages()))
                .isInstanceOf(ProblemException.class)
                .isNotInstanceOf(DiskRefused.class)
                .hasMessageContaining("python.packages-refused");
    }
}
