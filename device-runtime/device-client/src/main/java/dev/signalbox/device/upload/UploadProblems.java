// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.upload;

import dev.signalbox.protocol.report.Problem;

/// What can go wrong with a file on its way to the hub.
final class UploadProblems {
    private UploadProblems() {}

    static Problem refused(String what, String name, int status) {
        return new Problem(
                "upload.refused",
                "The hub answers " + status + " to " + what + " " + name + ".",
                "See that the hub offers file uploads and takes files of this name and size.");
    }
}
