// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.stream;

/// What happens to the messages of a stream.
///
/// @param messageIds FROM_KEY, GIVEN or PATTERN
/// @param messagePattern with `{sequenceId}` in it; empty unless the rule is PATTERN
/// @param batchIds NONE, GIVEN or PATTERN
/// @param batchPattern empty unless the rule is PATTERN
/// @param concatenation how a batch is read as one
/// @param retentionHours how long messages are kept; 0 for as long as the hub keeps messages
/// @param dropRepeats whether a message whose id came before in its batch is dropped
/// @param etag of what was read; empty for a new stream, and to replace whatever is there
public record StreamRules(
        IdRule messageIds,
        String messagePattern,
        IdRule batchIds,
        String batchPattern,
        Concatenation concatenation,
        long retentionHours,
        boolean dropRepeats,
        String etag) {
    /// Messages are known by their keys, go without batches and stay as long as the hub keeps messages.
    public static final StreamRules USUAL =
            new StreamRules(IdRule.FROM_KEY, "", IdRule.NONE, "", Concatenation.NONE, 0, true, "");

    public StreamRules withEtag(String other) {
        return new StreamRules(
                messageIds, messagePattern, batchIds, batchPattern, concatenation, retentionHours, dropRepeats, other);
    }
}
