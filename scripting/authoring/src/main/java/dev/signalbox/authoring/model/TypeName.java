// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.authoring.model;

/// A public type at the top of its file.
///
/// @param packageName such as `java.util`
public record TypeName(String packageName, String name, Kind kind) {
    /// What sort of type.
    public enum Kind {
        CLASS,
        INTERFACE,
        ENUM,
        RECORD,
        ANNOTATION
    }

    public String qualified() {
        return packageName + "." + name;
    }
}
