// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.link;

import dev.signalbox.protocol.identity.HubAddress;
import dev.signalbox.protocol.report.Problem;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/// What can go wrong between the console and its hub.
final class LinkProblems {
    private LinkProblems() {}

    static Problem notWritten(IOException why) {
        return new Problem(
                "download.not-written",
                "What the hub sent cannot be written: " + why.getMessage() + ".",
                "Make room there, or choose another place.");
    }

    static Problem unreachable(HubAddress hub, IOException why) {
        String where = hub.host() + ", port " + hub.httpsPort();
        return switch (why) {
            case SSLException _ ->
                new Problem(
                        "hub.foreign-certificate",
                        "What answers at " + where + " does not have this hub's certificate.",
                        "Check the address, or take the hub's new hub.json.");
            case UnknownHostException _ ->
                new Problem(
                        "hub.host-not-found",
                        "No host is called " + hub.host() + ".",
                        "Check the hub's address and the network.");
            case SocketTimeoutException _ ->
                new Problem(
                        "hub.silent",
                        "The hub at " + where + " does not answer.",
                        "Check that it runs and that no firewall is in between.");
            default ->
                new Problem(
                        "hub.unreachable",
                        "The hub at " + where + " cannot be reached.",
                        "Start it with: signalbox hub");
        };
    }

    static Problem oddAnswer(int status) {
        return new Problem(
                "hub.odd-answer",
                "The hub answered with status " + status + " and no reason.",
                "Look at the hub's own output.");
    }

    static Problem badCertificate() {
        return new Problem(
                "hub.contact-malformed",
                "The hub's contact file holds no readable certificate.",
                "Take the hub's hub.json anew.");
    }
}
