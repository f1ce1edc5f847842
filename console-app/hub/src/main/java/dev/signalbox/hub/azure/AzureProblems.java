// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.azure;

import dev.signalbox.protocol.report.Problem;

/// What can go wrong with a back end's request before its noun looks at it.
final class AzureProblems {
    private AzureProblems() {}

    static Problem badArgument(String why) {
        return new Problem("azure.bad-argument", "The request is refused: " + why + ".", "Correct it.");
    }

    static Problem failed() {
        return new Problem(
                "azure.failed", "The hub failed at this request, and its log says why.", "Try again, or report it.");
    }

    static Problem tooLarge() {
        return new Problem("azure.too-large", "The request's body is too large.", "Send less at once.");
    }

    static Problem notOffered(String what) {
        return new Problem(
                "azure.not-offered",
                "This hub does not offer " + what + ".",
                "See docs/iot-hub.md for what it offers instead.");
    }

    static Problem foreignToken() {
        return new Problem(
                "blob.foreign-token",
                "The address is none that this hub gave for a file, or its hour is over.",
                "Ask for a new upload at /devices/{id}/files.");
    }

    static Problem blobExists() {
        return new Problem("blob.exists", "This file is written already.", "Overwrite it, or report its end.");
    }

    static Problem lengthMissing() {
        return new Problem("blob.length-missing", "The request does not say how long it is.", "Send Content-Length.");
    }
}
