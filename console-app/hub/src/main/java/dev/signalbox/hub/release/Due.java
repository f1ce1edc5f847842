// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.release;

import dev.signalbox.hub.store.Records;
import dev.signalbox.hub.store.StoredRollout;
import dev.signalbox.operator.rollout.NodeOutcome;
import dev.signalbox.protocol.identity.DeviceId;
import java.util.Optional;

/// Which release a node is due: the newest that is for all of them, or the one that is being rolled out and has
/// come to it. One that was halted is nobody's due.
///
/// @param base for all nodes; empty before the first release
/// @param arriving the one that is being rolled out
record Due(Optional<TakenRelease> base, Optional<TakenRelease> arriving) {
    static Due of(Records records) {
        return new Due(
                TakenRelease.find(records, records.rollouts().base()),
                records.rollouts().open().map(StoredRollout::release).flatMap(it -> TakenRelease.find(records, it)));
    }

    Optional<TakenRelease> of(Records records, DeviceId device) {
        return arriving.filter(it -> hasCome(records, it.manifest().number(), device))
                .or(() -> base);
    }

    private static boolean hasCome(Records records, long release, DeviceId device) {
        return records.rollouts()
                .outcome(release, device)
                .filter(outcome -> outcome != NodeOutcome.WAITING)
                .isPresent();
    }
}
