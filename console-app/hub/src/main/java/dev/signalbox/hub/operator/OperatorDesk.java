// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.operator;

import dev.signalbox.hub.folder.DataFolder;
import dev.signalbox.hub.store.RegistryStore;
import dev.signalbox.hub.store.StoredOperator;
import dev.signalbox.operator.operator.OperatorKind;
import dev.signalbox.operator.operator.Role;
import java.time.Clock;
import java.util.Optional;

/// Who may come in, and how.
///
/// @param operators whom owners let in
/// @param signIns how they come
public record OperatorDesk(Operators operators, SignIns signIns) {
    /// Makes the first owner where there is none, and lays out its one-time token if it has never been here.
    public static OperatorDesk open(RegistryStore store, DataFolder folder, Clock clock) {
        store.commit(records -> {
            if (records.operators().all().isEmpty()) {
                records.operators().put(first(clock));
            }
            return Operators.FIRST;
        });
        var roll = new Roll(store, clock);
        var token = new OwnerToken(store, folder);
        boolean ownerWasHere = store.read(records -> records.workspace().ownerSignedIn());
        if (ownerWasHere) {
            token.delete();
        } else {
            token.layOut();
        }
        return new OperatorDesk(new Operators(roll, clock), new SignIns(roll, token, clock, ownerWasHere));
    }

    private static StoredOperator first(Clock clock) {
        return new StoredOperator(
                Operators.FIRST,
                OperatorKind.PERSON,
                Role.OWNER,
                clock.instant(),
                Operators.FIRST,
                false,
                StoredOperator.Pass.NONE,
                Optional.empty());
    }
}
