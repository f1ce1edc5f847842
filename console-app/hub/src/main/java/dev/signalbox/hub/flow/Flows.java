// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.flow;

import dev.signalbox.hub.store.RegistryStore;
import dev.signalbox.operator.flow.Flow;
import dev.signalbox.protocol.codec.ProblemException;
import java.util.List;
import java.util.UUID;

/// How steps are joined. Nothing of it runs until it is released.
public final class Flows {
    private final RegistryStore store;

    public Flows(RegistryStore store) {
        this.store = store;
    }

    public List<Flow> list() {
        return store.read(records -> records.flows().all());
    }

    public Flow get(String name) {
        return store.read(records ->
                records.flows().find(name).orElseThrow(() -> new ProblemException(FlowProblems.notKnown(name))));
    }

    /// Stores an edit.
    ///
    /// @param etag what the edit was made from; empty to make a new flow
    public Flow put(Flow edit, String etag) {
        FlowRules.check(edit);
        Flow flow = edit.withEtag(UUID.randomUUID().toString());
        return store.commit(records -> {
            String stored = records.flows().find(edit.name()).map(Flow::etag).orElse("");
            if (!stored.equals(etag)) {
                throw new ProblemException(FlowProblems.editedMeanwhile(edit.name()));
            }
            records.flows().put(flow);
            return flow;
        });
    }

    public void delete(String name) {
        store.commit(records -> {
            Flow flow = records.flows().find(name).orElseThrow(() -> new ProblemException(FlowProblems.notKnown(name)));
            records.flows().delete(name);
            return flow;
        });
    }
}
