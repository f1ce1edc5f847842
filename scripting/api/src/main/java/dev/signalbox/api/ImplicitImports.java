// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.api;

/// The imports every Java service has without writing them. Compiler and editor put them before the author's first
/// character, on the same line, so that line numbers stay as they are.
public final class ImplicitImports {
    /// The import declarations, without a line break.
    public static final String TEXT = "import dev.signalbox.api.*;import dev.signalbox.api.Timer;import java.time.*;"
            + "import java.util.*;import java.util.function.*;import java.util.concurrent.*;";

    private ImplicitImports() {}
}
