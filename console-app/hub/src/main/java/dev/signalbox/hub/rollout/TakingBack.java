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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Takes a release that was halted back from all nodes that were told to run it, and hears which of them are back.
final class TakingBack {
    private static final int AT_ONCE = 100;

    private final RegistryStore store;
    private final Orders orders;
    private final Predicate<DeviceId> here;
    private final Set<Long> ordered = new HashSet<>();
    private final Set<Long> back = new HashSet<>();

    /// How far it has come.
    enum Progress {
        SOME_BACK,
        NONE_YET,
        ALL_BACK
    }

    /// @param here whether a node is connected
    TakingBack(RegistryStore store, Orders orders, Predicate<DeviceId> here) {
        this.store = store;
        this.orders = orders;
        this.here = here;
    }

    /// Orders them back once after each start of the hub; who has the order already hears nothing of it.
    Progress goOn(StoredRollout rollout, Instant now) {
        if (back.contains(rollout.release())) {
            return Progress.ALL_BACK;
        }
        if (!ordered.contains(rollout.release())) {
            orderBack(rollout);
            ordered.add(rollout.release());
        }
        List<StoredRolloutNode> some = store.read(records -> new Judging(records, rollout, now, now).back(here));
        if (!some.isEmpty()) {
            note(rollout, some);
            return Progress.SOME_BACK;
        }
        if (store.read(records -> exposed(records, rollout).isEmpty())) {
            back.add(rollout.release());
        }
        return back.contains(rollout.release()) ? Progress.ALL_BACK : Progress.NONE_YET;
    }

    private void note(StoredRollout rollout, List<StoredRolloutNode> some) {
        store.commit(records -> {
            some.forEach(node -> records.rollouts().set(rollout.release(), node));
            return rollout;
        });
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
        return records.rollouts().nodes(rollout.release(), outcome).stream();
    }
}
