// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.python;

import dev.signalbox.agent.storage.Folder;
import dev.signalbox.protocol.codec.Digests;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// Our Python files, from the agent's jar to a folder named by their digest, so that a newer agent never meets older
/// files.
final class PythonFiles {
    private static final String PACKAGE = "signalbox_child/";
    private static final List<String> NAMES = List.of(
            "base_service.py",
            "queue_message.py",
            PACKAGE + "__init__.py",
            PACKAGE + "__main__.py",
            PACKAGE + "check.py",
            PACKAGE + "faults.py",
            PACKAGE + "lines.py",
            PACKAGE + "node.py",
            PACKAGE + "packages.py",
            PACKAGE + "prints.py",
            PACKAGE + "service.py",
            PACKAGE + "source.py",
            PACKAGE + "streams.py",
            PACKAGE + "wire.py");
    private static final String WHOLE = "whole";

    private PythonFiles() {}

    /// Answers the folder to import from; writes it if it is not there whole.
    static Path unpackedIn(Folder folder) {
        Folder files = folder.in("lib-" + digest());
        if (files.read(WHOLE).isEmpty()) {
            Folder inner = files.in(PACKAGE);
            for (String name : NAMES) {
                Folder target = name.startsWith(PACKAGE) ? inner : files;
                target.write(name.substring(name.lastIndexOf('/') + 1), bytes(name));
            }
            files.write(WHOLE, new byte[0]);
        }
        return files.path();
    }

    private static String digest() {
        var all = new ByteArrayOutputStream();
        NAMES.forEach(name -> all.writeBytes(bytes(name)));
        return Digests.of(all.toByteArray()).hex();
    }

    private static byte[] bytes(String name) {
        try (var file = Objects.requireNonNull(PythonFiles.class.getResourceAsStream(name), name)) {
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
