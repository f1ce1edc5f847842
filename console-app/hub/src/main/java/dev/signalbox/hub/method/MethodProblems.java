// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.method;

import dev.signalbox.protocol.identity.ClientId;
import dev.signalbox.protocol.report.Problem;

/// What can go wrong with direct methods. To IoT Hub's REST `method.not-online` is 404, `method.timed-out` is 504,
/// `method.too-many` is 429 and `method.bad-answer` is 502.
final class MethodProblems {
    private MethodProblems() {}

    static Problem badName() {
        return new Problem(
                "method.name-refused",
                "A method's name has 1 to 128 characters, none of them / + # ? & % or a control character.",
                "Choose another name.");
    }

    static Problem reserved() {
        return new Problem(
                "method.reserved", "Methods called \"signalbox.\" belong to the hub.", "Choose another name.");
    }

    static Problem badTimeout(String which) {
        return new Problem(
                "method.timeout-refused",
                "The " + which + " timeout is out of bounds: 0 to 300 s to connect, up to 300 s to answer.",
                "Choose another one.");
    }

    static Problem tooLarge(int bytes) {
        return new Problem(
                "method.too-large",
                "The payload has " + bytes + " bytes; a method takes up to " + Methods.LARGEST_PAYLOAD + ".",
                "Send less, or a link to it.");
    }

    static Problem notOnline(ClientId target) {
        return new Problem(
                "method.not-online",
                target + " is not connected, or does not listen to methods.",
                "Try again when it is, or allow a longer connect timeout.");
    }

    static Problem timedOut(ClientId target, String method) {
        return new Problem(
                "method.timed-out",
                target + " did not answer \"" + method + "\" in time.",
                "Look at the device, or allow a longer response timeout.");
    }

    static Problem badAnswer(ClientId target, String method, String why) {
        return new Problem(
                "method.bad-answer",
                "What " + target + " answered to \"" + method + "\" cannot be used. " + why,
                "Mend the method on the device.");
    }

    static Problem tooMany(ClientId target) {
        return new Problem(
                "method.too-many",
                "Too many calls wait for " + target + ".",
                "Wait for their answers before you call again.");
    }
}
