// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.authoring.format;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;
import java.util.Optional;

/// Lays Java out with four blanks a level and at most 100 columns, as google-java-format does in its AOSP style.
/// Comments that document keep their lines. Thread-safe; slow the first time.
///
/// It uses the compiler's own parser, so whoever runs it needs `--add-exports=jdk.compiler/...=ALL-UNNAMED` for
/// `com.sun.tools.javac.api`, `code`, `file`, `parser`, `tree` and `util`.
public final class JavaFormat {
    private static final Formatter FORMATTER = new Formatter(JavaFormatterOptions.builder()
            .style(Style.AOSP)
            .formatJavadoc(false)
            .build());

    private JavaFormat() {}

    /// The text laid out; nothing if it cannot be read.
    public static Optional<String> of(String source) {
        try {
            return Optional.of(FORMATTER.formatSource(source));
        } catch (FormatterException unreadable) {
            return Optional.empty();
        }
    }
}
