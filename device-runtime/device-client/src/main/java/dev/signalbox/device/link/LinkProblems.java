// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.link;

import dev.signalbox.protocol.identity.HubAddress;
import dev.signalbox.protocol.report.Problem;
import java.security.cert.CertificateException;
import org.eclipse.paho.client.mqttv3.MqttException;

/// Why there is no connection, in words.
final class LinkProblems {
    private LinkProblems() {}

    static Problem of(MqttException failure, HubAddress hub) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateException certificate) {
                return new Problem(
                        "link.hub-not-trusted",
                        "The hub at " + hub.host() + " is not the one this device belongs to: "
                                + certificate.getMessage() + ".",
                        "Check the address, or give the device a new token.");
            }
        }
        return switch (failure.getReasonCode()) {
            case MqttException.REASON_CODE_FAILED_AUTHENTICATION, MqttException.REASON_CODE_NOT_AUTHORIZED ->
                new Problem(
                        "link.sign-in-refused",
                        "The hub refused the sign-in: unknown device, or a wrong key.",
                        "Check that the hub knows the device, or give the device a new token.");
            case MqttException.REASON_CODE_CLIENT_DISCONNECTING, MqttException.REASON_CODE_CLIENT_CLOSED ->
                new Problem("link.closed", "The connection was closed.", "It opens again by itself.");
            default ->
                new Problem(
                        "link.hub-unreachable",
                        "The hub at " + hub.host() + ":" + hub.mqttPort() + " cannot be reached: " + reason(failure)
                                + ".",
                        "Check that it runs and that the network lets you through; this device tries again by itself.");
        };
    }

    private static String reason(MqttException failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
