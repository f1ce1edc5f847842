// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.release;

import dev.signalbox.hub.store.Records;
import dev.signalbox.hub.store.RegistryStore;
import dev.signalbox.hub.store.StoredDevice;
import dev.signalbox.hub.twin.DesiredChange;
import dev.signalbox.hub.twin.Twins;
import dev.signalbox.operator.node.SwitchChange;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.release.ReleaseOrder;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.release.Switches;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// What operators switch off and on: nodes, flows and steps. It is kept here and told to nodes with
/// their orders, in one transaction, so that a node that is away hears of it when it comes.
public final class Switching {
    private static final int PATIENCE_SECONDS = 5;

    private final RegistryStore store;
    private final Twins twins;
    private final OrderRounds rounds;

    public Switching(RegistryStore store, Twins twins, OrderRounds rounds) {
        this.store = store;
        this.twins = twins;
        this.rounds = rounds;
    }

    /// Throws ProblemException `node.not-known`, or `step.not-known` when a step is to be disabled
    /// that the node is not to run.
    public void change(DeviceId id, SwitchChange asked) {
        store.commit(records -> change(records, id, asked), twins::publish);
    }

    private static List<DesiredChange> change(Records records, DeviceId id, SwitchChange asked) {
        StoredDevice device =
                records.devices().find(id).orElseThrow(() -> new ProblemException(ReleaseProblems.nodeNotKnown(id)));
        checkStep(records, id, asked);
        records.devices().setSwitches(id, changed(records.devices().switches(id), asked));
        return Orders.renew(records, device).map(List::of).orElse(List.of());
    }

    private static Switches changed(Switches now, SwitchChange asked) {
        return switch (asked.what()) {
            case NODE -> now.withNode(!asked.on());
            case MAINTENANCE -> now.withMaintenance(asked.on());
            case STEP -> now.withStep(asked.step().orElseThrow(), !asked.on());
        };
    }

    private static void checkStep(Records records, DeviceId id, SwitchChange asked) {
        List<StepAddress> ordered = records.twins()
                .find(id)
                .flatMap(Orders::of)
                .map(ReleaseOrder::steps)
                .orElse(List.of());
        asked.step().filter(step -> !asked.on() && !ordered.contains(step)).ifPresent(step -> {
            throw new ProblemException(ReleaseProblems.stepNotKnown(id, step));
        });
    }

    /// Names of the flows that are disabled.
    public NavigableSet<String> flowsOff() {
        return store.read(records -> records.workspace().flowsOff());
    }

    /// Disables or enables a flow on all nodes. When it returns all nodes have their orders, unless
    /// there are so many that this takes longer than some seconds. Throws ProblemException
    /// `flow.not-known` when an unknown one is to be disabled.
    public void changeFlow(String name, boolean on) {
        boolean isKnown = store.commit(records -> {
            Optional<String> known = records.flows().find(name).map(flow -> flow.name());
            NavigableSet<String> off = records.workspace().flowsOff();
            boolean changed = on ? off.remove(name) : known.isPresent() && off.add(known.get());
            if (changed) {
                records.workspace().setFlowsOff(off);
            }
            return on || known.isPresent();
        });
        if (!isKnown) {
            throw new ProblemException(ReleaseProblems.flowNotKnown(name));
        }
        rounds.begin()
                .completeOnTimeout(null, PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
    }
}
