// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.link;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.jspecify.annotations.Nullable;

/// Says in our words why a connection does not work: the MQTT client has words of its own, in the machine's language,
/// and they tell what it was at rather than what happened.
final class Reasons {
    private Reasons() {}

    /// The end of a sentence, without its stop.
    static String of(@Nullable Throwable cause) {
        Throwable deepest = cause;
        while (deepest != null && deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return switch (deepest) {
            case null -> "no reason given";
            case MqttException client -> ofClient(client.getReasonCode());
            case UnknownHostException unknown -> "its name is not known to the network";
            case NoRouteToHostException unreached -> "no way leads there";
            // Java has no class of its own for a network that is down; the system's words say so
            case SocketException unreached when said(unreached).contains("unreachable") -> "no way leads there";
            case ConnectException refused -> "nobody listens at that port";
            case SocketTimeoutException silent -> "it does not answer in time";
            case SSLException unencrypted ->
                "no encrypted connection came about or it broke (" + said(unencrypted) + ")";
            case EOFException ended -> "the other end closed the connection";
            case SocketException broken -> "the network broke the connection";
            default -> "the device met " + said(deepest);
        };
    }

    private static String ofClient(int code) {
        return switch (code) {
            case MqttException.REASON_CODE_CLIENT_TIMEOUT, MqttException.REASON_CODE_WRITE_TIMEOUT ->
                "it does not answer in time";
            case MqttException.REASON_CODE_SERVER_CONNECT_ERROR -> "no connection came about";
            case MqttException.REASON_CODE_CONNECTION_LOST,
                    MqttException.REASON_CODE_CLIENT_NOT_CONNECTED,
                    MqttException.REASON_CODE_CLIENT_ALREADY_DISCONNECTED,
                    MqttException.REASON_CODE_CLIENT_DISCONNECTING,
                    MqttException.REASON_CODE_CLIENT_CLOSED -> "it had ended";
            case MqttException.REASON_CODE_INVALID_MESSAGE -> "what came is no MQTT";
            case MqttException.REASON_CODE_SUBSCRIBE_FAILED -> "the hub does not let this device listen";
            case MqttException.REASON_CODE_BROKER_UNAVAILABLE -> "the hub cannot serve devices now";
            default -> "of an error in the device's MQTT client, number " + code;
        };
    }

    private static String said(Throwable failure) {
        return Optional.ofNullable(failure.getMessage())
                .orElseGet(() -> failure.getClass().getSimpleName());
    }
}
