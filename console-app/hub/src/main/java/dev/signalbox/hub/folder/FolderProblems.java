// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.folder;

import dev.signalbox.protocol.report.Problem;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// What can go wrong with the data folder.
final class FolderProblems {
    private FolderProblems() {}

    static Problem inUse(Path folder) {
        return new Problem(
                "folder.in-use",
                "Another hub is using the data folder " + folder + ".",
                "Stop that hub, or give this one a folder of its own with --data.");
    }

    static Problem notWritable(Path path, IOException cause) {
        return new Problem(
                "folder.not-writable",
                "The hub cannot write " + path + ": " + reason(cause) + ".",
                "Free space there or mend its permissions, or choose another folder with --data.");
    }

    static Problem notReadable(Path path, IOException cause) {
        return new Problem(
                "folder.not-readable",
                "The hub cannot read " + path + ": " + reason(cause) + ".",
                "Mend its permissions, or restore it from a copy.");
    }

    private static String reason(IOException cause) {
        return switch (cause) {
            case AccessDeniedException denied -> "permission denied";
            case NoSuchFileException missing -> "it does not exist";
            case FileAlreadyExistsException file -> "there is a file where a folder is needed";
            case FileSystemException other when other.getReason() != null -> other.getReason();
            default -> String.valueOf(cause.getMessage());
        };
    }
}
