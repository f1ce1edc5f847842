// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import dev.signalbox.desktop.kit.Shelf;
import dev.signalbox.operator.flow.Flow;
import dev.signalbox.workbench.flow.Flows;

/// One flow in the hub.
record FlowShelf(String name, Flows flows) implements Shelf<Flow> {
    @Override
    public Flow open() {
        return flows.open(name);
    }

    @Override
    public Flow save(Flow edit, Flow over) {
        return flows.save(onto(edit, over));
    }

    @Override
    public Flow onto(Flow edit, Flow base) {
        return edit.withEtag(base.etag());
    }

    /// A release copies a flow, so the flow itself may always change.
    @Override
    public boolean released(Flow kept) {
        return false;
    }
}
