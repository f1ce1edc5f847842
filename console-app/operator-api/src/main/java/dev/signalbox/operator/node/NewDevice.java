// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.node;

import dev.signalbox.protocol.identity.DeviceId;
import java.util.Map;

/// A device to be made known to the hub.
public record NewDevice(DeviceId id, Map<String, String> tags) {}
