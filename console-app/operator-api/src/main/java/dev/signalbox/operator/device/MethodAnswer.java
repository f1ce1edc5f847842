// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.device;

import tools.jackson.databind.JsonNode;

/// What a device answered.
///
/// @param status the device's own, 200 for success by custom
public record MethodAnswer(int status, JsonNode payload) {}
