// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.flow;

import dev.signalbox.operator.flow.Flow;
import dev.signalbox.operator.flow.FlowSwitch;
import dev.signalbox.operator.release.NewSecret;
import dev.signalbox.operator.release.SecretReference;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.workbench.link.HubLink;
import java.util.List;

/// The flows as the hub keeps them.
public final class HubFlows implements Flows {
    private final HubLink hub;

    public HubFlows(HubLink hub) {
        this.hub = hub;
    }

    @Override
    public List<Flow> list() {
        return hub.list(hub.at(Paths.FLOWS), Flow[].class);
    }

    @Override
    public Flow open(String name) {
        return hub.get(hub.at(Paths.FLOWS, name), Flow.class);
    }

    @Override
    public Flow create(String name, String description) {
        return save(new Flow(name, description, List.of(), List.of(), ""));
    }

    @Override
    public Flow save(Flow flow) {
        return hub.put(hub.at(Paths.FLOWS, flow.name()), flow, Flow.class);
    }

    @Override
    public void delete(String name) {
        hub.delete(hub.at(Paths.FLOWS, name));
    }

    @Override
    public List<String> disabled() {
        return hub.list(hub.at(Paths.FLOW_SWITCHES), String[].class);
    }

    @Override
    public List<String> enable(String name, boolean on) {
        return List.of(hub.put(hub.at(Paths.FLOW_SWITCHES, name), new FlowSwitch(on), String[].class));
    }

    @Override
    public SecretReference putSecret(String id, String value) {
        return hub.put(hub.at(Paths.SECRETS, id), new NewSecret(value), SecretReference.class);
    }
}
