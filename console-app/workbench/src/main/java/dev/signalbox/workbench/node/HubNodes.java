// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.node;

import dev.signalbox.operator.node.DeviceKeys;
import dev.signalbox.operator.node.NewDevice;
import dev.signalbox.operator.node.NodeView;
import dev.signalbox.operator.provisioning.NewToken;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.protocol.codec.ConnectionStrings;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.identity.ConnectionString;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.identity.Pins;
import dev.signalbox.protocol.local.AppCommand;
import dev.signalbox.protocol.local.AppsReached;
import dev.signalbox.workbench.link.HubLink;
import dev.signalbox.workbench.provisioning.Provisioning;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// The nodes as the hub knows them, and the tokens that let new ones in.
public final class HubNodes implements Nodes {
    private static final Duration TOKEN_LIFE = Duration.ofHours(24);
    /// The hub waits 30 s for the node.
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final HubLink hub;
    private final Pins pins;
    private final Provisioning provisioning;

    public HubNodes(HubLink hub, Pins pins, Provisioning provisioning) {
        this.hub = hub;
        this.pins = pins;
        this.provisioning = provisioning;
    }

    @Override
    public List<NodeView> list() {
        return NodeList.of(hub);
    }

    @Override
    public String create(NewDevice device) {
        var _ = hub.post(hub.at(Paths.NODES), device, DeviceKeys.class);
        return token(device.id());
    }

    @Override
    public String token(DeviceId id) {
        revokeTokens(id);
        return provisioning.make(tokenFor(id)).text();
    }

    @Override
    public String connectionString(DeviceId id) {
        return ConnectionStrings.write(new ConnectionString(pins.hub().host(), id, keys(id).primaryKey()));
    }

    @Override
    public Pins pins() {
        return pins;
    }

    @Override
    public void setTags(DeviceId id, Map<String, String> tags) {
        hub.put(hub.at(Paths.NODES, id.value(), "tags"), tags);
    }

    @Override
    public int tellApp(DeviceId id, String app, String command) {
        var told = new AppCommand(app, Json.read(command, ObjectNode.class));
        return hub.postSlowly(hub.at(Paths.DEVICES, id.value(), "apps"), told, AppsReached.class, PATIENCE)
                .apps();
    }

    @Override
    public void delete(DeviceId id) {
        revokeTokens(id);
        hub.delete(hub.at(Paths.NODES, id.value()));
    }

    private DeviceKeys keys(DeviceId id) {
        return hub.get(hub.at(Paths.NODES, id.value(), "keys"), DeviceKeys.class);
    }

    /// A node that an operator names is let in without another look; one that has its name already is replaced.
    private static NewToken tokenFor(DeviceId id) {
        var end = Optional.of(Instant.now().plus(TOKEN_LIFE));
        return new NewToken(tokenName(id), Optional.of(id), true, List.of(id), true, Map.of(), end);
    }

    private void revokeTokens(DeviceId id) {
        provisioning.tokens().stream()
                .filter(token -> token.open() && token.name().equals(tokenName(id)))
                .forEach(token -> provisioning.revoke(token.id()));
    }

    private static String tokenName(DeviceId id) {
        return "node " + id;
    }
}
