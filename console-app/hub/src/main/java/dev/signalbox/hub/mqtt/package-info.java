// SPDX-License-Identifier: Apache-2.0
/// The door for devices: MQTT 3.1.1 in IoT Hub's dialect.
@NullMarked
package dev.signalbox.hub.mqtt;

import org.jspecify.annotations.NullMarked;
