// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.rollout;

import dev.signalbox.hub.release.Orders;
import dev.signalbox.hub.release.Targets;
import dev.signalbox.hub.store.RegistryStore;
import dev.signalbox.hub.store.StoredRollout;
import dev.signalbox.protocol.codec.Digests;
import dev.signalbox.protocol.identity.DeviceId;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Finds the nodes of a rollout, some at a time, and gives each its place in the order in which they get it. That order
/// is by chance, another one with each release, and the same when it is found again after a restart.
final class Preparing {
    private static final int DIGITS = 15;
    private static final int HEX = 16;

    private final RegistryStore store;
    private final Orders orders;
    private long release;
    private String after = "";

    /// @param orders so that each has something to run and to go back to
    Preparing(RegistryStore store, Orders orders) {
        this.store = store;
        this.orders = orders;
    }

    /// Finds some more; the first stage begins with the last of them. One that the release before said nothing to is
    /// told to run that one first, with no step of it.
    void some(StoredRollout rollout, Instant now) {
        if (release != rollout.release()) {
            release = rollout.release();
            after = "";
        }
        Targets.Some some = store.read(records -> Targets.find(records, rollout, after));
        Map<DeviceId, Long> places =
                some.targets().stream().collect(Collectors.toMap(Function.identity(), Preparing.this::place));
        store.commit(records -> {
            records.rollouts().add(release, places, now);
            if (some.last().isEmpty()
                    && isStillOpen(records.rollouts().find(release).orElseThrow())) {
                records.rollouts().put(rollout.inStage(0, now));
            }
            return release;
        });
        orders.renew(some.targets());
        after = some.last().orElse("");
    }

    private static boolean isStillOpen(StoredRollout rollout) {
        return rollout.state().isOpen();
    }

    private long place(DeviceId device) {
        return Long.parseLong(Digests.of(release + "/" + device).hex().substring(0, DIGITS), HEX);
    }
}
