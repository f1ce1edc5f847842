// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.rollout;

import dev.signalbox.operator.rollout.AskedMove;
import dev.signalbox.operator.rollout.RolloutMove;
import dev.signalbox.operator.rollout.RolloutView;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.workbench.link.HubLink;
import java.util.List;

/// Rollouts of the hub.
public final class HubRollouts implements Rollouts {
    private final HubLink hub;

    public HubRollouts(HubLink hub) {
        this.hub = hub;
    }

    @Override
    public List<RolloutView> list() {
        return hub.list(hub.at(Paths.ROLLOUTS), RolloutView[].class);
    }

    @Override
    public RolloutView get(long release) {
        return hub.get(hub.at(Paths.ROLLOUTS, Long.toString(release)), RolloutView.class);
    }

    @Override
    public RolloutView move(RolloutView seen, RolloutMove move) {
        return hub.post(
                hub.at(Paths.ROLLOUTS, Long.toString(seen.release()), "moves"),
                new AskedMove(move, seen.stage()),
                RolloutView.class);
    }
}
