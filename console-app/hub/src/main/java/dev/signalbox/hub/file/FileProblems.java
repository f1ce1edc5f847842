// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.file;

import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.report.Problem;
import java.io.IOException;
import java.util.UUID;

/// What can go wrong with files of devices.
public final class FileProblems {
    private FileProblems() {}

    static Problem badName() {
        return new Problem(
                "file.name-refused",
                "A file's name has 1 to " + Upload.LONGEST_NAME + " characters and no control characters.",
                "Choose another name.");
    }

    static Problem tooMany() {
        return new Problem(
                "file.too-many",
                "A device uploads at most " + Uploads.MOST_AT_ONCE + " files at once.",
                "Report the end of an earlier upload first; one that is not reported ends after an hour.");
    }

    static Problem shelfFull(int most) {
        return new Problem(
                "file.shelf-full",
                "The hub keeps at most " + most + " files of a device, and has as many of this one.",
                "Delete some of them. Payloads of messages go when their stream keeps the messages no longer.");
    }

    static Problem damaged(DeviceId device, UUID file) {
        return new Problem(
                "file.damaged",
                "What the hub's disk says about file " + file + " of device " + device + " cannot be read, so the file"
                        + " is not listed any more; messages whose payload it is still have it.",
                "Check the hub's disk. The file can be downloaded and deleted by this id.");
    }

    static Problem uploadNotKnown() {
        return new Problem(
                "upload.not-known",
                "The hub knows no such upload of this device: it has ended, or its hour is over.",
                "Ask for a new one.");
    }

    public static Problem notKnown() {
        return new Problem("file.not-known", "The device has no such file here.", "List its files.");
    }

    static Problem notWritten() {
        return new Problem(
                "file.not-written",
                "The upload is reported as good, but nothing was written.",
                "Put the file to the address the hub gave, then report its end.");
    }

    static Problem tooLarge() {
        return new Problem(
                "file.too-large",
                "A file has at most " + Upload.LARGEST / (1024 * 1024) + " MiB, in at most " + Upload.MOST_PARTS
                        + " parts.",
                "Upload it in several files.");
    }

    static Problem noSpace() {
        return new Problem(
                "file.no-space",
                "The hub keeps some of its disk free of uploaded files, and this one would take of it.",
                "Delete files, or free space on the hub's disk.");
    }

    static Problem badBlocks(String why) {
        return new Problem("file.blocks-refused", "The list of blocks is refused: " + why + ".", "Correct it.");
    }

    /// Something the file system refused.
    public static Problem failed(IOException why) {
        return new Problem(
                "file.failed",
                "The hub's disk refused to write the file: "
                        + why.getClass().getSimpleName().replaceAll("Exception$", "") + ".",
                "Look at the hub's disk, and try again.");
    }
}
