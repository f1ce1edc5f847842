// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/// Where a hub keeps its things and where it listens.
///
/// @param data its folder, made if missing
/// @param host name or address to listen on
/// @param mqttPort 0 for any free one
/// @param httpsPort 0 for any free one
/// @param workspace its slug; only needed at the first start
/// @param keepMessages how long devices' messages are kept, in whole days
/// @param bounds of what is taken in
public record HubConfig(
        Path data,
        String host,
        int mqttPort,
        int httpsPort,
        Optional<String> workspace,
        Clock clock,
        Duration keepMessages,
        Bounds bounds) {
    public static final Duration DEFAULT_KEEP_MESSAGES = Duration.ofDays(7);
    public static final String DEFAULT_HOST = "127.0.0.1";
    public static final int DEFAULT_MQTT_PORT = 8883;
    public static final int DEFAULT_HTTPS_PORT = 8443;

    /// What bounds the messages that are taken in.
    ///
    /// @param keepFreeBytes of the disk; absent for a bound by its size
    /// @param messagesADay of each device; 0 for any number
    public record Bounds(OptionalLong keepFreeBytes, long messagesADay) {
        public static final Bounds USUAL = new Bounds(OptionalLong.empty(), 0);
    }

    /// One that keeps messages for a week.
    public HubConfig(Path data, String host, int mqttPort, int httpsPort, Optional<String> workspace, Clock clock) {
        this(data, host, mqttPort, httpsPort, workspace, clock, DEFAULT_KEEP_MESSAGES, Bounds.USUAL);
    }

    /// A hub on this machine only, on the usual ports.
    public static HubConfig inFolder(Path data) {
        return new HubConfig(
                data, DEFAULT_HOST, DEFAULT_MQTT_PORT, DEFAULT_HTTPS_PORT, Optional.empty(), Clock.systemUTC());
    }

    /// The same on whatever ports are free.
    public HubConfig onFreePorts() {
        return new HubConfig(data, host, 0, 0, workspace, clock, keepMessages, bounds);
    }

    public HubConfig withClock(Clock other) {
        return new HubConfig(data, host, mqttPort, httpsPort, workspace, other, keepMessages, bounds);
    }

    public HubConfig withBounds(Bounds other) {
        return new HubConfig(data, host, mqttPort, httpsPort, workspace, clock, keepMessages, other);
    }
}
