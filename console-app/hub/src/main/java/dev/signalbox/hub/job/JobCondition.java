// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.job;

import dev.signalbox.hub.backend.BackendTwins;
import dev.signalbox.hub.store.Records;
import dev.signalbox.hub.store.StoredDevice;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.codec.query.Evaluator;
import dev.signalbox.protocol.codec.query.QueryParser;
import dev.signalbox.protocol.identity.ClientId;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.query.Expression;
import java.util.List;
import java.util.Optional;

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

    List<DeviceId> devices(Records records, BackendTwins twins) {
        return records.devices().all().stream()
                .map(StoredDevice::id)
                .filter(id -> condition
                        .map(expression -> Evaluator.matches(expression, twins.document(records, ClientId.of(id))))
                        .orElse(true))
                .toList();
    }
}
