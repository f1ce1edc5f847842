// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.message;

import tools.jackson.databind.node.ObjectNode;

/// What the hub wants a device to be.
///
/// @param version grows with each change
/// @param values without the hub's own `$version` and `$metadata`; each reader has a copy of its own
public record DesiredProperties(long version, ObjectNode values) {}
