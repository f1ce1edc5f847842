// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import dev.signalbox.desktop.kit.Asking;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.protocol.action.StepDeed;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.node.NodeActions;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;

/// Has a step stand still on one node and do one thing after the other, while the others go on.
final class Stepping {
    private final NodeActions nodes;
    private final Asking asking;

    Stepping(NodeActions nodes, OnFx fx) {
        this.nodes = nodes;
        this.asking = new Asking(fx);
    }

    /// How it stands then is told with the other news of nodes.
    void personAsks(StepOnNode one, StepDeed deed) {
        asking.ask(() -> nodes.act(new DeviceId(one.node()), one.step(), deed), now -> {});
    }

    /// Why the last wish was not fulfilled.
    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return asking.problem();
    }
}
