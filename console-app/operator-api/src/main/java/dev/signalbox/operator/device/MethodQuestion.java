// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.device;

import tools.jackson.databind.JsonNode;

/// A method to be called.
///
/// @param payload any JSON, `null` included, up to 128 KB
/// @param connectTimeoutSeconds how long to wait until the device listens: 0 to 300
/// @param responseTimeoutSeconds how long to wait for its answer: 1 to 300
public record MethodQuestion(String name, JsonNode payload, long connectTimeoutSeconds, long responseTimeoutSeconds) {}
