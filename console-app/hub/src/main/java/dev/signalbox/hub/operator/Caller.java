// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.operator;

import dev.signalbox.operator.operator.OperatorKind;
import dev.signalbox.operator.operator.Role;

/// An operator who asks for something, as of this moment.
public record Caller(String name, OperatorKind kind, Role role) {
    /// The name, for logs.
    @Override
    public String toString() {
        return name;
    }
}
