// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.local;

import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import java.nio.file.Path;

/// What can go wrong between a node and local apps.
final class LocalProblems {
    private LocalProblems() {}

    static ProblemException inUse(Path socket) {
        return new ProblemException(new Problem(
                "local.socket-in-use",
                "Another program listens at " + socket + ".",
                "Stop it, or give the node a socket of its own with --local-socket."));
    }

    static ProblemException noSocket(Path file) {
        return new ProblemException(new Problem(
                "local.no-socket",
                "The file " + file + " is not a socket, and is left alone.",
                "Move it away, or name another place with --local-socket."));
    }

    static ProblemException notListening(Path socket, Throwable why) {
        return new ProblemException(
                new Problem(
                        "local.not-listening",
                        "The node cannot listen at " + socket + ": " + why.getMessage() + ".",
                        "Name a place it may write, of at most 100 characters, with --local-socket."),
                why);
    }

    static Problem lineTooLong(String app, int most) {
        return new Problem(
                "local.line-too-long",
                "A line of " + app + " has more than " + most + " bytes and was left out.",
                "Have the app send less at a time.");
    }

    static Problem junk(String app) {
        return new Problem(
                "local.junk",
                "A line of " + app + " was not understood and was left out; more like it are not told.",
                "Look at what the app sends.");
    }

    static Problem doesNotRead(String app) {
        return new Problem(
                "local.does-not-read",
                "The app " + app + " does not read what it is told, and was disconnected.",
                "See that its callbacks return.");
    }

    static Problem refused(String app, Problem why) {
        return new Problem(why.code(), "A message of " + app + " was left out. " + why.what(), why.remedy());
    }

    static Problem waits(String app, Problem why) {
        return new Problem(why.code(), app + " has to wait. " + why.what(), why.remedy());
    }

    static Problem tooMany(int most) {
        return new Problem(
                "local.too-many",
                "More than " + most + " local apps want to be joined; one was turned away.",
                "Stop some of them.");
    }

    static Problem notThere(String app) {
        return new Problem(
                "local.no-such-app",
                "No app called " + app + " is joined to the node.",
                "Start it, or check its name.");
    }

    static ProblemException notOne() {
        return new ProblemException(new Problem(
                "local.no-command",
                "A command is an object with one member, whose value is an object.",
                "Send {\"app\": \"NAME\", \"command\": {\"NAME\": {}}}."));
    }
}
