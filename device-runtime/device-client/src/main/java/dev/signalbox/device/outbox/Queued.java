// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.outbox;

import dev.signalbox.device.storage.Entry;

/// A message on its way to the hub.
///
/// @param epoch and
/// @param sequence are what the hub knows it by, on the wire
public record Queued(Ticket ticket, String epoch, long sequence, Entry entry) {}
