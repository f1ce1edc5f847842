// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.stream;

import dev.signalbox.protocol.report.Problem;
import dev.signalbox.protocol.stream.StreamName;

/// What can be wrong with streams and what is asked of them.
public final class StreamProblems {
    private StreamProblems() {}

    public static Problem notKnown(long number) {
        return new Problem("stream.not-known", "There is no stream " + number + ".", "Look at the list.");
    }

    static Problem badName() {
        return new Problem(
                "stream.name-refused",
                "A stream needs the name of its group and a name of its own.",
                "Give both: 1 to 90 letters, digits, - _ and . , a letter or digit first.");
    }

    static Problem exists(StreamName name) {
        return new Problem("stream.exists", "There is a stream " + name + " already.", "Choose another name.");
    }

    static Problem tooMany(int most) {
        return new Problem(
                "stream.too-many", "There are " + most + " streams already.", "Delete one that nobody needs.");
    }

    static Problem lasting(long number) {
        return new Problem(
                "stream.lasting", "Stream " + number + " is the hub's own and stays.", "Choose another stream.");
    }

    static Problem changed(long number) {
        return new Problem(
                "stream.changed",
                "Somebody changed the rules of stream " + number + " meanwhile.",
                "Look at them again, then save.");
    }

    static Problem badRule(String what) {
        return new Problem("stream.rules-refused", what + ".", "Correct the rule and save again.");
    }

    static Problem badPattern(String pattern, String why) {
        return new Problem(
                "stream.pattern-refused",
                "\"" + pattern + "\" makes no ids: " + why + ".",
                "Use text, {deviceId}, {sequenceId} and {dateTime:yyyy-MM-dd-HH-mm-ss}.");
    }

    static Problem noMessage(long channel, long key) {
        return new Problem(
                "stream.no-message",
                "Message " + key + " of stream " + channel + " is not there, or damaged.",
                "It may have been forgotten by the stream's retention.");
    }

    static Problem noBatch(String batch) {
        return new Problem("stream.no-batch", "There is no batch \"" + batch + "\".", "Look at the list.");
    }

    static Problem badClearing(int most) {
        return new Problem(
                "stream.clearing-refused",
                "It does not say which dead letters are meant.",
                "Give a reason that the hub knows, or 1 to " + most + " keys.");
    }

    static Problem clearingRuns() {
        return new Problem(
                "stream.clearing-runs",
                "Dead letters are being sent again or discarded just now.",
                "Wait until that has ended.");
    }

    static Problem damaged(long bytes) {
        return new Problem(
                "stream.log-damaged",
                bytes + " bytes of the log of messages are not what was written; what they held is lost.",
                "Check the disk of the hub.");
    }

    static Problem putAside(long messages) {
        return new Problem(
                "stream.log-cut",
                "When the hub started, its log of messages had a part that is not whole, and " + messages
                        + " messages behind it, which are put aside and in no stream. If a crash tore a group of messages"
                        + " that was being written, their devices send them again; if the disk damaged what was stored,"
                        + " they were acknowledged and are not sent again.",
                "Check the disk of the hub. The messages stand in the file whose name has .rest- in the hub's folder.");
    }

    static Problem notForgotten(String what, String why) {
        return new Problem(
                "stream.not-forgotten",
                "Of what is kept no longer, " + what + " could not be removed: " + why,
                "Look at the hub's disk; it is tried again each hour.");
    }

    static Problem unreadablePayload(String why) {
        return new Problem(
                "stream.payload-unreadable", "The payload cannot be unpacked: " + why + ".", "Ask its sender.");
    }
}
