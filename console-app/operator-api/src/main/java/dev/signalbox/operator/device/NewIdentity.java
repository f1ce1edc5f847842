// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.device;

import dev.signalbox.protocol.identity.DeviceId;
import java.util.Map;

/// A device to be made known to the hub, with keys made there when it proves itself by them.
public record NewIdentity(DeviceId id, Map<String, String> tags, Proof proof) {}
