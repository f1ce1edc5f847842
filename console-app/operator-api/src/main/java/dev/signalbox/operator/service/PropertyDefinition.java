// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.service;

/// A property that flows can give a service.
///
/// @param id what the service's code asks for
/// @param name what people read
/// @param mandatory whether a release needs a value
/// @param initialValue what a new step starts with; empty for none, always empty for a secret
public record PropertyDefinition(String id, String name, Type type, boolean mandatory, String initialValue, Kind kind) {
    /// What its text must be.
    public enum Type {
        TEXT,
        NUMBER,
        BOOLEAN
    }

    /// Whether its value may be seen.
    public enum Kind {
        STATIC,
        /// Write-only on screens; a node gets it, a release holds a reference.
        SECURITY
    }
}
