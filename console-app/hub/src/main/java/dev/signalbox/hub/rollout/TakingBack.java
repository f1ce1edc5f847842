// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.rollout;

import dev.signalbox.hub.release.Orders;
import dev.signalbox.hub.store.Records;
import dev.signalbox.hub.store.RegistryStore;
import dev.signalbox.hub.store.StoredRollout;
import dev.signalbox.hub.store.StoredRolloutNode;
import dev.signalbox.operator.rollout.NodeOutcome;
import dev.signalbox.protocol.identity.DeviceId;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Takes a release that was halted back from all nodes that were told to run it, and hears which of them are back.
final class TakingBack {
    private static final int AT_ONCE = 100;

    private final RegistryStore store;
    private final Orders orders;
    private final Predicate<DeviceId> here;
    private long takenBack;

    /// @param here whether a node is connected
    TakingBack(RegistryStore store, Orders orders, Predicate<DeviceId> here) {
        this.store = store;
        this.orders = orders;
        this.here = here;
    }

    /// Whether some are not back yet.
    boolean goOn(StoredRollout rollout, Instant now) {
        if (takenBack != rollout.release()) {
            orderBack(rollout);
            takenBack = rollout.release();
        }
        return store.read(records ->
                        !new Judging(records, rollout, now, now).back(here).isEmpty())
                ? note(rollout, now)
                : !store.read(records -> exposed(records, rollout)).isEmpty();
    }

    private boolean note(StoredRollout rollout, Instant now) {
        store.commit(records -> {
            new Judging(records, rollout, now, now)
                    .back(here)
                    .forEach(node -> records.rollouts().set(rollout.release(), node));
            return rollout;
        });
        return true;
    }

    private void orderBack(StoredRollout rollout) {
        List<DeviceId> all = store.read(records -> Stream.concat(
                        exposed(records, rollout).stream(), nodes(records, rollout, NodeOutcome.FAILED))
                .map(StoredRolloutNode::device)
                .toList());
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            orders.renew(all.subList(from, Math.min(from + AT_ONCE, all.size())));
        }
    }

    private static List<StoredRolloutNode> exposed(Records records, StoredRollout rollout) {
        return Stream.concat(
                        nodes(records, rollout, NodeOutcome.ORDERED), nodes(records, rollout, NodeOutcome.SUCCEEDED))
                .toList();
    }

    private static Stream<StoredRolloutNode> nodes(Records records, StoredRollout rollout, NodeOutcome outcome) {
        return records.rollouts().nodes(rollout.release(), outcome, Integer.MAX_VALUE).stream();
    }
}
