// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.provisioning;

import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.HubAddress;
import dev.signalbox.protocol.provisioning.OperationStarted;
import dev.signalbox.protocol.report.Problem;
import java.io.IOException;
import java.util.Set;

/// Why a device is not let in, in words.
public final class ProvisioningProblems {
    private static final Set<String> LASTING =
            Set.of("provisioning.token-refused", "provisioning.id-refused", "provisioning.cancelled");

    private ProvisioningProblems() {}

    /// Whether asking again changes nothing, until a person does something.
    public static boolean lasts(Problem problem) {
        return LASTING.contains(problem.code());
    }

    /// A certificate that was refused has told its own problem.
    static Problem unreachable(HubAddress hub, IOException why) {
        Throwable deepest = deepest(why);
        if (deepest instanceof ProblemException told) {
            return told.problem();
        }
        String reason = deepest.getMessage() == null ? deepest.getClass().getSimpleName() : deepest.getMessage();
        return new Problem(
                "provisioning.hub-unreachable",
                "The hub at " + hub.host() + ":" + hub.httpsPort() + " cannot be reached: " + reason + ".",
                "Check that the hub runs and the network lets the device through; it keeps trying.");
    }

    static Problem waiting(OperationStarted operation) {
        return new Problem(
                "provisioning.waiting",
                "This device waits to be let in; its code is " + operation.verificationCode() + ".",
                "Compare the code with the one among the console's waiting devices, and approve.");
    }

    static Problem tokenRefused() {
        return new Problem(
                "provisioning.token-refused",
                "The hub does not take this provisioning token: it does not know it, or the token was revoked, used up or"
                        + " is too old.",
                "Make a new token in the console and start the device with it.");
    }

    static Problem idRefused() {
        return new Problem(
                "provisioning.id-refused",
                "The provisioning token does not let in a device of this id.",
                "Ask for the id that the token fixes, or for none.");
    }

    static Problem cancelled() {
        return new Problem(
                "provisioning.cancelled",
                "Somebody at the hub refused to let this device in.",
                "If that was by mistake, start the device again and have it approved.");
    }

    static Problem closed() {
        return new Problem(
                "provisioning.closed",
                "The hub lets no new devices in at present.",
                "Open the workspace for new devices; this one keeps asking.");
    }

    static Problem refused(Refused answer) {
        return new Problem(
                "provisioning.refused",
                answer.getMessage() + ".",
                "The device keeps asking; the hub's log may say more.");
    }

    private static Throwable deepest(Throwable cause) {
        Throwable deepest = cause;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest;
    }
}
