// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.spotflow;

import dev.signalbox.hub.backend.BackendTwins;
import dev.signalbox.hub.backend.Registrations;
import dev.signalbox.hub.backend.TwinEdit;
import dev.signalbox.hub.cloud.CloudMessage;
import dev.signalbox.hub.cloud.CloudMessages;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.ClientId;
import dev.signalbox.protocol.identity.DeviceId;
import io.vertx.core.http.HttpMethod;
import java.util.Map;
import java.util.concurrent.CompletionException;
import tools.jackson.databind.node.ObjectNode;

/// What programs of operators do with devices: properties, messages, deletion. A device is named without its workspace.
public final class WorkspaceRoutes {
    static final String WORKSPACE = "/workspaces/:workspace";
    private static final String DEVICE = WORKSPACE + "/devices/:device";
    private static final String DESIRED = DEVICE + "/desired-properties";
    private static final String REPORTED = DEVICE + "/reported-properties";

    private static final String CHANGES = "changes the desired properties of device :device";

    private final String workspace;
    private final Devices devices;

    /// What is known of devices, and said to them.
    public record Devices(Registrations registrations, BackendTwins twins, CloudMessages cloud) {}

    public WorkspaceRoutes(String workspace, Devices devices) {
        this.workspace = workspace;
        this.devices = devices;
    }

    void add(OperatorDoor door, SpotflowDesk desk) {
        desk.serveOperators(door.look(WORKSPACE), call -> {
            checkWorkspace(call);
            return Reply.json(200, Map.of("id", workspace, "displayName", workspace));
        });
        desk.serveOperators(door.look(DESIRED), call -> properties(call, "desired"));
        desk.serveOperators(door.operate(HttpMethod.PUT, DESIRED, CHANGES), call -> desire(call, true));
        desk.serveOperators(door.operate(HttpMethod.PATCH, DESIRED, CHANGES), call -> desire(call, false));
        desk.serveOperators(door.look(REPORTED), call -> properties(call, "reported"));
        desk.serveOperators(
                door.operate(HttpMethod.POST, DEVICE + "/c2d-messages", "sends device :device a message"), this::send);
        desk.serveOperators(door.operate(HttpMethod.DELETE, DEVICE + "/delete", "deletes device :device"), call -> {
            devices.registrations().delete(device(call), "*");
            return Reply.NOTHING;
        });
    }

    /// Throws when the path names another workspace than the hub's.
    void checkWorkspace(Call call) {
        if (!call.path("workspace").equals(workspace)) {
            throw new ProblemException(SpotflowProblems.otherWorkspace(workspace));
        }
    }

    /// The one with the workspace before its id, else the one without.
    private DeviceId device(Call call) {
        checkWorkspace(call);
        var named = new DeviceId(call.path("device"));
        var full = new DeviceId(workspace + ":" + named);
        return devices.registrations().has(full) ? full : named;
    }

    /// With `$version` and `$metadata`.
    private Reply properties(Call call, String side) {
        ObjectNode twin = devices.twins().get(ClientId.of(device(call)));
        return Reply.json(200, twin.path("properties").path(side));
    }

    private Reply desire(Call call, boolean replaces) {
        ObjectNode twin = Json.mapper().createObjectNode();
        twin.putObject("properties").set("desired", call.object());
        ObjectNode after = devices.twins().edit(ClientId.of(device(call)), TwinEdit.read(twin, replaces), "*");
        return Reply.json(200, after.path("properties").path("desired"));
    }

    /// The body is the message.
    private Reply send(Call call) {
        var message = new CloudMessage(Map.of(), call.bytes(), CloudMessage.DEFAULT_TIME_TO_LIVE);
        try {
            devices.cloud().send(device(call), message).join();
            return Reply.NOTHING;
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof ProblemException known ? known : failed;
        }
    }
}
