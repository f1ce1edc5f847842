// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.method;

import tools.jackson.databind.JsonNode;

/// What a device answered.
///
/// @param status the device's own number
/// @param payload JSON null when it answered without a body
public record MethodResult(int status, JsonNode payload) {}
