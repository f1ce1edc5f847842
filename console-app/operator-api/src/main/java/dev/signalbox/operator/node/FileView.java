// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.node;

import java.time.Instant;
import java.util.UUID;

/// A file that a device has uploaded.
///
/// @param id the hub's, good for its path
/// @param name as the device calls it; may hold anything but control characters
/// @param size in bytes
public record FileView(UUID id, String name, long size, Instant uploaded) {}
