// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.mqtt;

import dev.signalbox.protocol.report.Problem;

/// What devices can do wrong.
final class MqttProblems {
    static final int LARGEST_MESSAGE = 256 * 1024;

    private MqttProblems() {}

    static Problem malformed(String why) {
        return new Problem(
                "mqtt.malformed", "It sent something that is not MQTT 3.1.1: " + why + ".", "Mend the client.");
    }

    static Problem wrongVersion(int version) {
        return new Problem(
                "mqtt.wrong-version",
                "It speaks MQTT protocol level " + version + ", and this hub speaks 3.1.1 (level 4).",
                "Set the client to 3.1.1.");
    }

    static Problem tooLarge(long bytes) {
        return new Problem(
                "mqtt.too-large",
                "It sent a message of " + bytes + " bytes; the most is " + LARGEST_MESSAGE + ".",
                "Send it in parts.");
    }

    static Problem exactlyOnce() {
        return new Problem(
                "mqtt.qos-2", "It published with QoS 2, which IoT Hub does not have.", "Publish with QoS 1.");
    }

    static Problem foreignTopic(String topic) {
        return new Problem(
                "mqtt.foreign-topic",
                "It published to \"" + shortened(topic) + "\", where it may not.",
                "Publish to the device's own topics of IoT Hub.");
    }

    static Problem badContent(String topic, String why) {
        return new Problem(
                "mqtt.content-refused",
                "What it published to \"" + shortened(topic) + "\" cannot be read: " + why + ".",
                "Mend the client.");
    }

    static Problem tooFast() {
        return new Problem(
                "mqtt.too-fast",
                "More is on its way to the store than fits into the hub's memory; it sent the message too many.",
                "Let the client wait for acknowledgements, and send again what it got none for.");
    }

    static Problem tooMuchTalk() {
        return new Problem(
                "mqtt.too-much-talk",
                "It pings and subscribes more often than any client has reason to.",
                "Mend the client.");
    }

    static Problem deaf(long bytes) {
        return new Problem(
                "mqtt.deaf",
                "It does not read what it is sent: " + bytes + " bytes wait for it.",
                "Let the client read, or ask for less.");
    }

    static Problem owed(int bytes) {
        return new Problem(
                "mqtt.deaf",
                "It does not read what it is sent: more than " + bytes + " bytes of answers wait for it.",
                "Let the client read, and wait for acknowledgements before it sends more.");
    }

    static Problem takenOver(String newer) {
        return new Problem(
                "mqtt.taken-over",
                "Its connection ended because " + newer + " signed in as the same.",
                "If this goes on, two share an identity: renew its keys and give each its own.");
    }

    static Problem noAmqp() {
        return new Problem(
                "mqtt.other-protocol",
                "This hub speaks MQTT to devices, over TLS or WebSocket, and no AMQP.",
                "Choose MQTT in the client; a back end sends over HTTPS, see docs/iot-hub.md.");
    }

    private static String shortened(String text) {
        String printable = text.replaceAll("\\p{Cntrl}", "?");
        return printable.length() <= 120 ? printable : printable.substring(0, 120) + "...";
    }
}
