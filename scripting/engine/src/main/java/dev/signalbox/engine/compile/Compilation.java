// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.engine.compile;

import java.util.List;
import java.util.Map;

/// What came of compiling one service.
///
/// @param className the service's class, which has the name of its file
/// @param classes bytes by binary class name; empty when it failed
public record Compilation(String className, Map<String, byte[]> classes, List<Diagnostic> diagnostics) {
    public Compilation {
        classes = Map.copyOf(classes);
        diagnostics = List.copyOf(diagnostics);
    }

    public boolean succeeded() {
        return diagnostics.stream().noneMatch(d -> d.severity() == Severity.ERROR);
    }
}
