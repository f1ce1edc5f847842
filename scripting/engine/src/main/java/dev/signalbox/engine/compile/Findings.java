// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.engine.compile;

import java.util.List;
import java.util.Locale;
import javax.tools.JavaFileObject;

/// Brings the compiler's findings from the text it saw, with our imports in front, to the author's own.
record Findings(String source, int prefix) {
    private static final int MOST = 100;

    List<Diagnostic> of(List<javax.tools.Diagnostic<? extends JavaFileObject>> found) {
        return found.stream()
                .filter(d -> d.getKind() == javax.tools.Diagnostic.Kind.ERROR || d.getPosition() >= prefix)
                .filter(d -> d.getKind() != javax.tools.Diagnostic.Kind.NOTE)
                .limit(MOST)
                .map(this::moved)
                .toList();
    }

    private Diagnostic moved(javax.tools.Diagnostic<? extends JavaFileObject> d) {
        int start = bounded(d.getStartPosition() - prefix);
        int end = Math.max(start, bounded(d.getEndPosition() - prefix));
        int line = Math.max(1, (int) d.getLineNumber());
        int column = (int) d.getColumnNumber() - (line == 1 ? prefix : 0);
        var severity = d.getKind() == javax.tools.Diagnostic.Kind.ERROR ? Severity.ERROR : Severity.WARNING;
        return new Diagnostic(severity, line, Math.max(1, column), start, end, d.getMessage(Locale.ENGLISH));
    }

    private int bounded(long offset) {
        return Math.clamp(offset, 0, source.length());
    }
}
