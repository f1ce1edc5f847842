// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.outbox;

import java.util.List;

/// Messages that come next in a lane.
///
/// @param upTo the place after which to go on reading
public record Batch(List<Queued> messages, long upTo) {}
