// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.action;

import java.time.Instant;

/// A span of the log that a node keeps itself.
///
/// @param from the first moment that counts, by the node's clock
/// @param until the first moment that does not
/// @param after where the page before ended: its `next`; empty for the beginning
public record LogQuestion(Instant from, Instant until, String after) {}
