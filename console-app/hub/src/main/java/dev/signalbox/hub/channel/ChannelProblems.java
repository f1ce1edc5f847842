// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.channel;

import dev.signalbox.protocol.report.Problem;

/// What can be wrong with consumer tokens, and with what programs ask by them.
public final class ChannelProblems {
    private ChannelProblems() {}

    static Problem nameTaken(String name) {
        return new Problem(
                "consumer.exists", "There is a consumer token \"" + name + "\" already.", "Choose another name.");
    }

    static Problem tooMany(int most) {
        return new Problem(
                "consumer.too-many", "There are " + most + " consumer tokens already.", "Delete one nobody uses.");
    }

    static Problem noToken(String name) {
        return new Problem(
                "consumer.not-known", "There is no consumer token called \"" + name + "\".", "Look at the list.");
    }

    static Problem badName() {
        return new Problem(
                "consumer.name-refused",
                "A consumer token has a name of 1 to 64 characters, without slashes.",
                "Correct it.");
    }

    static Problem badChannels(int most) {
        return new Problem(
                "consumer.channels-refused",
                "Channels are numbers from 0 on, at most " + most + " of them.",
                "Look at the list of streams for their numbers, or name none to let it read all.");
    }

    static Problem pastEnd() {
        return new Problem(
                "consumer.end-refused", "The token would have ended before it began.", "Name a time to come.");
    }

    /// Nobody shows a token that is good.
    public static Problem unauthorised() {
        return new Problem(
                "consumer.unauthorised",
                "The request shows no consumer token, or one that was deleted or has ended.",
                "Send Authorization: FlespiToken with a token that an operator made.");
    }

    static Problem notItsChannel(long channel) {
        return new Problem(
                "consumer.channel-refused",
                "The token does not let its program read channel " + channel + ".",
                "Ask an operator for one that does.");
    }

    static Problem tooManyReads(int most) {
        return new Problem(
                "channel.too-many-reads",
                "The token's program reads this channel " + most + " times at once already.",
                "Wait for the answers before asking again.");
    }

    static Problem forgotten(long from, long oldest) {
        return new Problem(
                "channel.forgotten",
                "Messages before key " + oldest + " are not kept any more, and key " + from + " was asked for.",
                "Read more often, or have the stream keep its messages longer.");
    }

    static Problem beyond(long from, long next) {
        return new Problem(
                "channel.beyond",
                "Key " + from + " was asked for, and the channel has come to " + next + " only.",
                "Check that key and channel belong together; begin at 0 if the hub was set back.");
    }

    /// What a program wants cannot be understood.
    public static Problem badRequest(String why) {
        return new Problem(
                "channel.request-malformed", "The request cannot be understood: " + why + ".", "Correct it.");
    }
}
