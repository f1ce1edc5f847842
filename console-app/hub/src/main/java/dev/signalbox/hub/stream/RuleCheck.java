// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.stream;

import dev.signalbox.operator.stream.IdRule;
import dev.signalbox.operator.stream.StreamRules;
import dev.signalbox.protocol.codec.ProblemException;

/// Refuses rules that would lose messages, or that mean nothing.
final class RuleCheck {
    private static final long MOST_HOURS = 87_600;

    private RuleCheck() {}

    /// Throws ProblemException.
    static void check(StreamRules rules) {
        require(rules.messageIds() != IdRule.NONE, "Messages cannot go without ids; those of FROM_KEY have their key");
        require(rules.batchIds() != IdRule.FROM_KEY, "Batches have no key to be known by");
        check(rules.messageIds(), rules.messagePattern(), "message");
        check(rules.batchIds(), rules.batchPattern(), "batch");
        require(
                rules.messageIds() != IdRule.PATTERN
                        || Autofill.parse(rules.messagePattern()).counts(),
                "A pattern of message ids needs {sequenceId}, else two messages get the same one");
        require(
                rules.retentionHours() >= 0 && rules.retentionHours() <= MOST_HOURS,
                "Messages are kept 1 to " + MOST_HOURS + " hours, or 0 for as long as the hub keeps messages");
    }

    private static void check(IdRule rule, String pattern, String what) {
        if (rule == IdRule.PATTERN) {
            Autofill.parse(pattern);
        } else {
            require(pattern.isEmpty(), "There is a pattern of " + what + " ids, and no rule that uses it");
        }
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new ProblemException(StreamProblems.badRule(otherwise));
        }
    }
}
