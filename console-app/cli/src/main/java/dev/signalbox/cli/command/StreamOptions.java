// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.command;

import dev.signalbox.operator.stream.Concatenation;
import dev.signalbox.operator.stream.IdRule;
import dev.signalbox.operator.stream.StreamRules;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.protocol.stream.StreamName;
import picocli.CommandLine.Option;

/// The rules of a new stream.
final class StreamOptions {
    @Option(
            names = "--message-ids",
            paramLabel = "RULE",
            description = "FROM_KEY, GIVEN or a pattern with {sequenceId} (default: FROM_KEY)")
    private String messageIds = "FROM_KEY";

    @Option(names = "--batch-ids", paramLabel = "RULE", description = "NONE, GIVEN or a pattern (default: NONE)")
    private String batchIds = "NONE";

    @Option(
            names = "--join",
            paramLabel = "HOW",
            description = "how a batch is read as one: ${COMPLETION-CANDIDATES} (default: NONE)")
    private Concatenation join = Concatenation.NONE;

    @Option(
            names = "--keep-hours",
            paramLabel = "HOURS",
            description = "how long messages are kept; 0 for as long as the hub keeps messages (default: 0)")
    private long keepHours;

    StreamRules rules() {
        return new StreamRules(
                rule(messageIds, IdRule.FROM_KEY),
                pattern(messageIds, IdRule.FROM_KEY),
                rule(batchIds, IdRule.NONE),
                pattern(batchIds, IdRule.NONE),
                join,
                keepHours,
                true,
                "");
    }

    private static IdRule rule(String text, IdRule absent) {
        return text.equals(absent.name()) ? absent : text.equals(IdRule.GIVEN.name()) ? IdRule.GIVEN : IdRule.PATTERN;
    }

    private static String pattern(String text, IdRule absent) {
        return rule(text, absent) == IdRule.PATTERN ? text : "";
    }

    static StreamName name(String text) {
        int slash = text.indexOf('/');
        try {
            return new StreamName(text.substring(0, Math.max(0, slash)), text.substring(slash + 1));
        } catch (IllegalArgumentException bad) {
            throw new ProblemException(
                    new Problem("stream.name-refused", bad.getMessage() + ".", "Write it as group/stream."), bad);
        }
    }
}
