// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.stream;

import dev.signalbox.operator.stream.Concatenation;
import dev.signalbox.operator.stream.IdRule;
import dev.signalbox.operator.stream.StreamRules;
import dev.signalbox.workbench.stream.IdPattern;
import java.time.Instant;

/// Rules of a stream as typed.
///
/// @param keeping as `Keeping` reads it
record RulesDraft(Ids messages, Ids batches, Concatenation concatenation, String keeping, boolean dropRepeats) {
    private static final String SOME_DEVICE = "press-0417";

    /// Where ids come from that a message does not bring.
    ///
    /// @param pattern counts for the rule PATTERN only
    record Ids(IdRule rule, String pattern) {
        boolean isPattern() {
            return rule == IdRule.PATTERN;
        }

        String patternToSave() {
            return isPattern() ? pattern : "";
        }

        /// What is wrong with the pattern; empty when nothing is, or when none is used.
        String complaint() {
            return isPattern() ? new IdPattern(pattern).complaint() : "";
        }

        /// What the pattern makes; empty while it makes nothing.
        String example(Instant now) {
            return isPattern() && complaint().isEmpty()
                    ? "makes " + new IdPattern(pattern).example(SOME_DEVICE, now)
                    : "";
        }
    }

    static RulesDraft of(StreamRules rules) {
        return new RulesDraft(
                new Ids(rules.messageIds(), rules.messagePattern()),
                new Ids(rules.batchIds(), rules.batchPattern()),
                rules.concatenation(),
                Keeping.words(rules.retentionHours()),
                rules.dropRepeats());
    }

    String messagesComplaint() {
        String wrong = messages.complaint();
        return wrong.isEmpty() && messages.isPattern() && !new IdPattern(messages.pattern()).counts()
                ? "It needs {sequenceId}, else two messages get the same id."
                : wrong;
    }

    String keepingComplaint() {
        return Keeping.complaint(keeping);
    }

    boolean isReady() {
        return messagesComplaint().isEmpty()
                && batches.complaint().isEmpty()
                && keepingComplaint().isEmpty();
    }

    /// Whether it says the same as these.
    boolean says(StreamRules rules) {
        return isReady() && rules(rules.etag()).equals(rules);
    }

    /// Only of a draft that is ready.
    StreamRules rules(String etag) {
        return new StreamRules(
                messages.rule(),
                messages.patternToSave(),
                batches.rule(),
                batches.patternToSave(),
                concatenation,
                Keeping.read(keeping).orElse(0),
                dropRepeats,
                etag);
    }
}
