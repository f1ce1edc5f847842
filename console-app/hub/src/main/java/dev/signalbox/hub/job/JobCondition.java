// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.job;

import dev.signalbox.hub.store.QueryRecords.Found;
import dev.signalbox.hub.store.QueryRecords.Position;
import dev.signalbox.hub.store.Records;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.codec.query.QueryParser;
import dev.signalbox.protocol.query.Expression;
import dev.signalbox.protocol.query.Query;
import dev.signalbox.protocol.query.Source;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Whom a job is for.
///
/// @param condition empty for all devices
record JobCondition(Optional<Expression> condition) {
    private static final String ALL = "*";

    /// Reads what stands after WHERE, or `*`. Throws ProblemException when it is neither.
    static JobCondition read(String text) {
        if (text.isEmpty()) {
            throw new ProblemException(JobProblems.refused("it has no queryCondition; * means all devices"));
        }
        return new JobCondition(text.equals(ALL) ? Optional.empty() : Optional.of(QueryParser.twinCondition(text)));
    }

    /// Some of them, inside a transaction: those after one.
    List<Found> devices(Records records, Position after, int most) {
        var query = new Query(OptionalInt.empty(), List.of(), Source.DEVICES, condition, List.of(), List.of());
        return records.queries().find(query, after, most);
    }
}
