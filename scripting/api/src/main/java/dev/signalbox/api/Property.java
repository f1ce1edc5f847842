// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.api;

import java.util.Optional;

/// The value a flow gives one property of a service, as text that can be read as what it means.
/// A property that was left empty has no value: the readings fail with a sentence that names it.
///
/// @param id the property's id as the service defines it
/// @param value what the flow gave, if anything
public record Property(String id, Optional<String> value) {

    /// Whether the flow gave a value.
    public boolean isPresent() {
        return value.isPresent();
    }

    /// The value as it was written.
    public String asText() {
        return value.orElseThrow(
                () -> new IllegalStateException("Property " + id + " has no value. Set it in the flow."));
    }

    /// The value, or the other text if the flow gave none.
    public String orElse(String other) {
        return value.orElse(other);
    }

    /// The value as a number; throws IllegalStateException if it is not one.
    public double asDouble() {
        try {
            return Double.parseDouble(asText().trim());
        } catch (NumberFormatException notANumber) {
            throw mistyped("a number", notANumber);
        }
    }

    /// The value as a whole number; throws IllegalStateException if it is not one.
    public long asLong() {
        try {
            return Long.parseLong(asText().trim());
        } catch (NumberFormatException notANumber) {
            throw mistyped("a whole number", notANumber);
        }
    }

    /// The value as an int; throws IllegalStateException if it is not one.
    public int asInt() {
        try {
            return Integer.parseInt(asText().trim());
        } catch (NumberFormatException notANumber) {
            throw mistyped("a whole number", notANumber);
        }
    }

    /// True for `true`, false for `false`; throws IllegalStateException otherwise.
    public boolean asBoolean() {
        return switch (asText().trim()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw mistyped("true or false", null);
        };
    }

    private IllegalStateException mistyped(String wanted, @org.jspecify.annotations.Nullable Throwable cause) {
        return new IllegalStateException(
                "Property " + id + " is \"" + asText() + "\", which is not " + wanted + ".", cause);
    }
}
