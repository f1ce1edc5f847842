// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import dev.signalbox.protocol.report.Problem;
import java.net.BindException;
import java.net.UnknownHostException;
import java.nio.file.Path;

/// What can go wrong when a hub starts.
final class HubProblems {
    private HubProblems() {}

    static Problem cannotListen(String what, String host, int port, Throwable cause) {
        if (cause instanceof BindException && String.valueOf(cause.getMessage()).contains("in use")) {
            return new Problem(
                    "hub.port-in-use",
                    "Another program listens on port " + port + " of " + host + ".",
                    "Stop it, or choose another port with --" + what + "-port.");
        }
        String why = cause instanceof UnknownHostException
                ? "this machine does not know the name"
                : String.valueOf(cause.getMessage()).replaceAll("\\s+", " ");
        return new Problem(
                "hub.cannot-listen",
                "The hub cannot listen on port " + port + " of " + host + ": " + why + ".",
                "Choose another address with --host or another port with --" + what + "-port.");
    }

    static Problem noConnect() {
        return new Problem("mqtt.no-connect", "It sent MQTT packets without having signed in.", "Begin with CONNECT.");
    }

    static Problem unknownReason() {
        return new Problem(
                "mqtt.unknown-reason",
                "It sent an acknowledgement with a reason that MQTT does not know.",
                "Mend the client.");
    }

    static Problem otherWorkspace(String has, String asked) {
        return new Problem(
                "hub.other-workspace",
                "This data folder is of workspace " + has + ", not " + asked + ".",
                "Leave --workspace out, or choose another folder with --data.");
    }

    static Problem noHubIn(Path folder) {
        return new Problem(
                "hub.not-here",
                "No hub has ever run in " + folder + ".",
                "Name the data folder of your hub with --data.");
    }

    static Problem badWorkspace() {
        return new Problem(
                "hub.workspace-refused",
                "A workspace's slug is 1 to 63 small letters, digits and -, a letter first.",
                "Choose such a slug.");
    }
}
