// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.codec;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.protocol.release.LockedPackage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackageArchivesTest {
    @TempDir
    Path folder;

    private void checkWith(String entry) throws IOException {
        Path file = folder.resolve("a.jar");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(1);
            zip.closeEntry();
        }
        check(file);
    }

    private static void check(Path file) throws IOException {
        PackageArchives.check(file, new LockedPackage("org.example:a:1", "a.jar", Digests.of(file), Files.size(file)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"org/example/A.class", "META-INF/versions/21/org/A.class", "a..b/c.txt", "java.txt"})
    void aGoodOneIsTaken(String entry) {
        assertThatCode(() -> checkWith(entry)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a.py", "a/../../b.py", "/etc/passwd", "a\\..\\b", "C:/a"})
    void aNameThatLeadsOutIsRefused(String entry) {
        assertThatThrownBy(() -> checkWith(entry)).hasMessageContaining("out of its folder");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java/lang/Evil.class",
                "dev/signalbox/api/CustomService.class",
                "META-INF/versions/25/dev/signalbox/api/Message.class"
            })
    void aClassThatIsJavasOrOursIsRefused(String entry) {
        assertThatThrownBy(() -> checkWith(entry)).hasMessageContaining("only Java or Signalbox");
    }

    @Test
    void aBombIsRefusedWithoutBeingUnpacked() throws IOException {
        Path file = folder.resolve("bomb.jar");
        var zeros = new byte[1 << 20];
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("zeros"));
            for (long written = 0; written <= PackageArchives.MOST_UNPACKED; written += zeros.length) {
                zip.write(zeros);
            }
            zip.closeEntry();
        }
        assertThatThrownBy(() -> check(file)).hasMessageContaining("unpacks to more");
    }

    @Test
    void whatIsNoArchiveIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("a.jar"), "<html>Not found</html>");
        assertThatThrownBy(() -> check(file)).hasMessageContaining("no archive");
    }
}
