// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.session;

import dev.signalbox.protocol.report.Problem;
import java.io.IOException;
import java.nio.file.Path;

/// What can go wrong while a console signs in.
final class SessionProblems {
    private SessionProblems() {}

    static Problem folderNotWritable(Path folder, IOException why) {
        return new Problem(
                "console.folder-not-writable",
                "The console's folder " + folder + " cannot be written: " + why.getMessage() + ".",
                "Make room or give yourself the right to write there, or name another folder with --data.");
    }

    static Problem fileNotReadable(Path file, IOException why) {
        return new Problem(
                "console.file-not-readable",
                "The file " + file + " cannot be read: " + why.getMessage() + ".",
                "Give yourself the right to read it, or restore it.");
    }

    static Problem noHub(Path folder) {
        return new Problem(
                "hub.not-started",
                "No hub has been started in " + folder + ".",
                "Start one with: signalbox hub --data " + folder);
    }

    static Problem notSignedIn(Path token) {
        return new Problem(
                "session.none",
                "This console has no session with the hub, and there is no one-time token at " + token + ".",
                "With a password: signalbox session sign-in NAME. With an invitation: signalbox session join. The first owner uses the"
                        + " console folder that signed in first; if that is lost, stop the hub and run: signalbox hub"
                        + " --new-owner-token");
    }

    static Problem keyUnreadable(Path file) {
        return new Problem(
                "console.key-unreadable",
                "The key " + file + " is damaged.",
                "Restore it from its copy; without it this console cannot sign releases.");
    }
}
