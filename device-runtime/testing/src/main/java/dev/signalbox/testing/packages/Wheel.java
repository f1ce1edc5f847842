// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.testing.packages;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A Python package with one module, as pip takes it.
public final class Wheel {
    private Wheel() {}

    /// Version 1.0 of it, which needs nothing.
    public static Path write(Path folder, String module, String source) throws IOException {
        return write(folder, module, "1.0", source);
    }

    /// @param needs other packages, as a requirement of pip says them
    public static Path write(Path folder, String module, String version, String source, String... needs)
            throws IOException {
        String info = module + "-" + version + ".dist-info/";
        Path file = folder.resolve(module + "-" + version + "-py3-none-any.whl");
        var metadata = new StringBuilder("Metadata-Version: 2.1\nName: " + module + "\nVersion: " + version + "\n");
        for (String need : needs) {
            metadata.append("Requires-Dist: ").append(need).append('\n');
        }
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            add(zip, module + ".py", source);
            add(zip, info + "METADATA", metadata.toString());
            add(zip, info + "WHEEL", "Wheel-Version: 1.0\nGenerator: t\nRoot-Is-Purelib: true\nTag: py3-none-any\n");
            add(
                    zip,
                    info + "RECORD",
                    module + ".py,,\n" + info + "METADATA,,\n" + info + "WHEEL,,\n" + info + "RECORD,,\n");
        }
        return file;
    }

    private static void add(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
