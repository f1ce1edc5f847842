// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.access;

import dev.signalbox.operator.policy.PolicyChange;
import dev.signalbox.operator.policy.PolicyView;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.workbench.link.HubLink;
import java.util.List;
import java.util.Map;

/// The policies as the hub keeps them.
public final class HubPolicies implements Policies {
    private final HubLink hub;

    public HubPolicies(HubLink hub) {
        this.hub = hub;
    }

    @Override
    public List<PolicyView> list() {
        return hub.list(hub.at(Paths.POLICIES), PolicyView[].class);
    }

    @Override
    public PolicyView put(String name, List<String> permissions) {
        return hub.put(hub.at(Paths.POLICIES, name), new PolicyChange(permissions), PolicyView.class);
    }

    @Override
    public PolicyView renew(String name) {
        return hub.post(hub.at(Paths.POLICIES, name, "keys"), Map.of(), PolicyView.class);
    }

    @Override
    public void delete(String name) {
        hub.delete(hub.at(Paths.POLICIES, name));
    }
}
