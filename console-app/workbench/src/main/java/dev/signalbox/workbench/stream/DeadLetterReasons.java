// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.stream;

import dev.signalbox.operator.stream.MessageView;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.protocol.stream.StreamProperty;
import java.util.Map;
import java.util.Optional;

/// Why a message could not be put where it wanted to go, and what to do about it.
public final class DeadLetterReasons {
    private static final String DEAD = "signalbox-dead";

    private DeadLetterReasons() {}

    /// Empty for a message that is no dead letter. The problem's code is the hub's word for the reason.
    public static Optional<Problem> of(MessageView message) {
        Map<String, String> properties = message.properties();
        return Optional.ofNullable(properties.get(DEAD)).map(reason -> explain(reason, properties));
    }

    private static Problem explain(String reason, Map<String, String> properties) {
        return switch (reason) {
            case "stream-not-known" ->
                new Problem(
                        reason,
                        "There is no stream " + wanted(properties) + ".",
                        "Make that stream, or correct the name at the device.");
            case "message-id-missing" ->
                new Problem(
                        reason,
                        "Its stream wants a message id, and it has none.",
                        "Have the device give one, or let the stream make them.");
            case "batch-id-missing" ->
                new Problem(
                        reason,
                        "Its stream wants a batch id, and it has none.",
                        "Have the device give one, or let the stream make them.");
            case "id-malformed" ->
                new Problem(
                        reason,
                        "One of its ids is longer than 128 characters, or has / # or a character of control.",
                        "Have the device give ids of other characters.");
            case "payload-missing" ->
                new Problem(
                        reason,
                        "The uploaded file that it names is not there.",
                        "Have the device upload the file first, then send the message.");
            case "payload-unreadable" ->
                new Problem(
                        reason,
                        "Its payload says it is Brotli, and is not, or unpacks to more than 64 MiB.",
                        "Have the device send it in another way.");
            case "assembly-unfinished" ->
                new Problem(
                        reason,
                        "Its last chunk never came, or it grew too large.",
                        "Have the device complete the message within 7 days.");
            case "message-complete" ->
                new Problem(
                        reason,
                        "It is a chunk, and its message was made without it.",
                        "Read it here; sending it again would not mend that message.");
            default -> new Problem(reason, "The hub says: " + reason + ".", "Look it up in the manual of the hub.");
        };
    }

    private static String wanted(Map<String, String> properties) {
        return properties.getOrDefault(StreamProperty.GROUP.wireName(), "default") + "/"
                + properties.getOrDefault(StreamProperty.STREAM.wireName(), "(the first of that group)");
    }
}
