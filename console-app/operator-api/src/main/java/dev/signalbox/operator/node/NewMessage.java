// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.node;

import java.util.Map;

/// A message to be sent to a device, which gets it once it is connected and listens.
///
/// @param text its body, UTF-8
/// @param properties the device's to read; those of IoT Hub by their names on the wire, such as `$.mid`
/// @param timeToLiveSeconds up to two days
public record NewMessage(String text, Map<String, String> properties, long timeToLiveSeconds) {}
