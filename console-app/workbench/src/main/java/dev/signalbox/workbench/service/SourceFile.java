// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.service;

import dev.signalbox.operator.service.ServiceDraft;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.release.Language;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads a service from a file of source. Waits for the disk.
public final class SourceFile {
    private static final Pattern JAVA = Pattern.compile(
            "(?m)^\\s*(?:public\\s+|final\\s+)*class\\s+(\\w+)\\s+extends\\s+(?:\\w+\\.)*CustomService\\b");
    private static final Pattern PYTHON = Pattern.compile("(?m)^class\\s+(\\w+)\\s*\\([^)]*\\bCustomService\\b");

    private SourceFile() {}

    /// The file's source under its class's name; a ProblemException when it holds no service.
    public static Beginning read(Path file) {
        Language language = language(file);
        String source = text(file);
        return new Beginning(language, className(file, language, source), source, List.of(), List.of());
    }

    private static Language language(Path file) {
        String name = String.valueOf(file.getFileName());
        if (name.endsWith(".java")) {
            return Language.JAVA;
        }
        if (name.endsWith(".py")) {
            return Language.PYTHON;
        }
        throw new ProblemException(ServiceProblems.noSourceFile(file));
    }

    private static String text(Path file) {
        try {
            if (Files.size(file) > ServiceDraft.MAX_SOURCE) {
                throw new ProblemException(ServiceProblems.fileTooLarge(file));
            }
            return Files.readString(file).replace("\r\n", "\n");
        } catch (MalformedInputException noText) {
            throw new ProblemException(ServiceProblems.noText(file), noText);
        } catch (IOException unreadable) {
            throw new ProblemException(ServiceProblems.fileNotReadable(file, unreadable), unreadable);
        }
    }

    /// Of several classes the one the file is named after, else the first.
    private static String className(Path file, Language language, String source) {
        String stem = String.valueOf(file.getFileName()).replaceFirst("\\.[a-z]+$", "");
        List<String> names = (language == Language.JAVA ? JAVA : PYTHON)
                .matcher(source)
                .results()
                .map(found -> found.group(1))
                .toList();
        Optional<String> named = names.stream().filter(stem::equals).findFirst();
        return named.or(() -> names.stream().findFirst())
                .orElseThrow(() -> new ProblemException(ServiceProblems.noService(file)));
    }
}
