// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.swap;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A Python package with one module, as pip takes it.
final class Wheel {
    private Wheel() {}

    static void write(Path folder, String module, String source) throws IOException {
        String info = module + "-1.0.dist-info/";
        try (var zip = new ZipOutputStream(Files.newOutputStream(folder.resolve(module + "-1.0-py3-none-any.whl")))) {
            add(zip, module + ".py", source);
            add(zip, info + "METADATA", "Metadata-Version: 2.1\nName: " + module + "\nVersion: 1.0\n");
            add(zip, info + "WHEEL", "Wheel-Version: 1.0\nGenerator: t\nRoot-Is-Purelib: true\nTag: py3-none-any\n");
            add(
                    zip,
                    info + "RECORD",
                    module + ".py,,\n" + info + "METADATA,,\n" + info + "WHEEL,,\n" + info + "RECORD,,\n");
        }
    }

    private static void add(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
