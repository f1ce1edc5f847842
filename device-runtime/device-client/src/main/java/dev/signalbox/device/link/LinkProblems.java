// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.link;

import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.HubAddress;
import dev.signalbox.protocol.report.Problem;
import java.security.cert.CertificateException;
import java.util.Optional;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.jspecify.annotations.Nullable;

/// Why there is no link, in words.
final class LinkProblems {
    static final String REFUSED = "link.refused";
    static final String UNREACHABLE = "link.unreachable";

    private final HubAddress hub;

    LinkProblems(HubAddress hub) {
        this.hub = hub;
    }

    /// While the connection was being made.
    Problem notConnected(@Nullable Throwable cause) {
        return find(cause, ProblemException.class)
                .map(ProblemException::problem)
                .or(() -> find(cause, CertificateException.class).map(this::wrongName))
                .or(() -> find(cause, MqttException.class).flatMap(this::refused))
                .orElseGet(() -> unreachable(cause));
    }

    /// After it was up.
    Problem lost(@Nullable Throwable cause) {
        return new Problem(
                "link.lost",
                "The connection to the hub at " + name() + " was lost: " + Reasons.of(cause) + ".",
                "The device connects again by itself; nothing in its outbox is lost.");
    }

    Problem silent() {
        return new Problem(
                "link.silent",
                "The hub at " + name() + " no longer answers.",
                "The device connects again by itself; nothing in its outbox is lost.");
    }

    Problem notSubscribed() {
        return new Problem(
                "link.not-subscribed",
                "The hub at " + name() + " does not let this device listen for what it says.",
                "Check that the hub is a Signalbox hub or an IoT Hub of the standard tier.");
    }

    private Problem wrongName(CertificateException cause) {
        return new Problem(
                "link.wrong-host",
                "The certificate of the hub does not belong to the name " + hub.host() + ": " + cause.getMessage()
                        + ".",
                "Use the name or address the hub's certificate was made for.");
    }

    /// What the hub said when it did not let the device in, or what the client cannot do.
    private Optional<Problem> refused(MqttException cause) {
        return switch (cause.getReasonCode()) {
            case MqttException.REASON_CODE_FAILED_AUTHENTICATION, MqttException.REASON_CODE_NOT_AUTHORIZED ->
                Optional.of(
                        new Problem(
                                REFUSED,
                                "The hub at " + name() + " does not accept this device's id and key.",
                                "Check that the device still exists in the hub and its clock is right, or provision it again."));
            case MqttException.REASON_CODE_INVALID_CLIENT_ID ->
                Optional.of(new Problem(
                        "link.id-refused",
                        "The hub at " + name() + " does not take a device with this id.",
                        "Give the device another id in the hub, and provision it again."));
            case MqttException.REASON_CODE_INVALID_PROTOCOL_VERSION ->
                Optional.of(new Problem(
                        "link.other-version",
                        "What listens at " + name() + " does not speak MQTT 3.1.1.",
                        "Check that this is the MQTT port of a Signalbox hub or of an IoT Hub."));
            case MqttException.REASON_CODE_BROKER_UNAVAILABLE ->
                Optional.of(new Problem(
                        "link.unavailable",
                        "The hub at " + name() + " cannot serve devices now.",
                        "The device tries again by itself; the hub's log says more."));
            case MqttException.REASON_CODE_CLIENT_TIMEOUT, MqttException.REASON_CODE_WRITE_TIMEOUT ->
                Optional.of(silent());
            default -> Optional.empty();
        };
    }

    private Problem unreachable(@Nullable Throwable cause) {
        return new Problem(
                UNREACHABLE,
                "The hub at " + name() + " cannot be reached: " + Reasons.of(cause) + ".",
                "Check that the hub runs and the network lets the device through; it keeps trying.");
    }

    private String name() {
        return hub.host() + ":" + hub.mqttPort();
    }

    private static <T extends Throwable> Optional<T> find(@Nullable Throwable cause, Class<T> type) {
        for (Throwable link = cause; link != null; link = link.getCause()) {
            if (type.isInstance(link)) {
                return Optional.of(type.cast(link));
            }
        }
        return Optional.empty();
    }
}
