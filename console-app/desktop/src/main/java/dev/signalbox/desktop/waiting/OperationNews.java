// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.waiting;

import dev.signalbox.operator.provisioning.OperationView;

/// What the hub tells while it happens about devices that ask to be let in.
public sealed interface OperationNews {
    /// One asks, or something about it changed.
    record Told(OperationView operation) implements OperationNews {}

    /// One is not listed any more.
    record Gone(String id) implements OperationNews {}
}
