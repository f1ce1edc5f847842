// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.testing.power;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/// Some files of a folder as they are at one moment. A file that is not there counts as empty.
public final class Image {
    private final Map<String, byte[]> files;

    Image(Map<String, byte[]> files) {
        this.files = files;
    }

    public static Image of(Path folder, String... names) throws IOException {
        var files = new TreeMap<String, byte[]>();
        for (String name : names) {
            Path file = folder.resolve(name);
            files.put(name, Files.exists(file) ? Files.readAllBytes(file) : new byte[0]);
        }
        return new Image(files);
    }

    byte[] bytes(String name) {
        return files.getOrDefault(name, new byte[0]);
    }

    Iterable<String> names() {
        return files.keySet();
    }

    /// Puts them into another folder, in which they must not be yet.
    public void putInto(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (var file : files.entrySet()) {
            if (file.getValue().length > 0) {
                Files.write(folder.resolve(file.getKey()), file.getValue());
            }
        }
    }
}
