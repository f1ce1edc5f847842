// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Numbered files of a log; the highest number is the newest.
///
/// @param path made when it is needed
record LogFolder(Path path) {
    private static final Pattern NAME = Pattern.compile("(\\d{1,15})\\.jsonl");

    Path file(long number) {
        return path.resolve(number + ".jsonl");
    }

    /// Numbers in order; none when there is no folder.
    List<Long> numbers() throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> NAME.matcher(String.valueOf(file.getFileName())))
                    .filter(java.util.regex.Matcher::matches)
                    .map(name -> Long.valueOf(name.group(1)))
                    .sorted()
                    .toList();
        }
    }

    /// 0 when there is none.
    long newest() throws IOException {
        List<Long> all = numbers();
        return all.isEmpty() ? 0 : all.getLast();
    }

    /// Makes the folder and deletes the oldest files, so that there are no more with that one.
    void keep(long coming, int most) throws IOException {
        if (!Files.isDirectory(path)) {
            Files.createDirectories(path);
        }
        for (long number : numbers()) {
            if (number <= coming - most) {
                Files.deleteIfExists(file(number));
            }
        }
    }
}
