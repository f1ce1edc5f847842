// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.provisioning;

import dev.signalbox.hub.store.Records;
import dev.signalbox.hub.store.StoredOperation;
import dev.signalbox.hub.store.StoredToken;
import dev.signalbox.operator.provisioning.OperationState;
import dev.signalbox.operator.provisioning.OperationView;
import dev.signalbox.protocol.identity.DeviceId;

/// Operations as operators see them.
final class OperationViews {
    private OperationViews() {}

    static OperationView of(Records records, StoredOperation operation) {
        return new OperationView(
                operation.id(),
                operation.code(),
                operation.subject().wanted(),
                operation.subject().given(),
                operation.state(),
                operation.from(),
                records.tokens().find(operation.token()).map(StoredToken::name).orElse(""),
                operation.made(),
                operation.expires(),
                operation.decision().at(),
                operation.decision().by(),
                operation
                        .subject()
                        .wanted()
                        .flatMap(id -> records.devices().find(id))
                        .isPresent(),
                operation
                        .subject()
                        .wanted()
                        .filter(id -> waiting(records, id) > 1)
                        .isPresent());
    }

    /// How many wait for an id.
    static long waiting(Records records, DeviceId id) {
        return records.operations().of(id).stream()
                .filter(one -> one.state() == OperationState.WAITING)
                .count();
    }
}
