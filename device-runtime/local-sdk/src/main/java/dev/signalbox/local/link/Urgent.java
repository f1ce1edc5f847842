// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.local.link;

import java.util.concurrent.CompletableFuture;

/// A line that goes before all messages.
///
/// @param written done when it was written; fails when the connection is lost before
record Urgent(byte[] line, CompletableFuture<Void> written) {
    Urgent(byte[] line) {
        this(line, new CompletableFuture<>());
    }
}
