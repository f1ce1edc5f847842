// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.mqtt;

import io.vertx.core.Context;
import io.vertx.mqtt.MqttEndpoint;

/// Someone who knocks.
///
/// @param context the connection's own thread
/// @param from who and whence, in words
record Arrival(MqttEndpoint endpoint, Context context, String from) {}
