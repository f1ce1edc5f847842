// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.authoring.model;

import java.nio.file.Path;
import java.util.List;

/// One service as its author has it now.
///
/// @param fileName such as `Pump.java`
/// @param packages jars that its class path has besides the JDK and the scripting API
public record Source(String fileName, String text, List<Path> packages) {
    public Source {
        packages = List.copyOf(packages);
    }

    /// The same file with another text.
    public Source with(String other) {
        return new Source(fileName, other, packages);
    }
}
