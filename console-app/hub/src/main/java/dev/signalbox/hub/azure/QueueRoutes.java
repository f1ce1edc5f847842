// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.azure;

import static dev.signalbox.hub.store.Permission.SERVICE_CONNECT;

import dev.signalbox.hub.backend.Registrations;
import dev.signalbox.hub.cloud.CloudMessages;
import dev.signalbox.protocol.identity.DeviceId;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import java.util.Map;

/// What waits for a device: `/devices/{id}/commands`.
public final class QueueRoutes {
    private final CloudMessages messages;
    private final Registrations registrations;

    public QueueRoutes(CloudMessages messages, Registrations registrations) {
        this.messages = messages;
        this.registrations = registrations;
    }

    void add(Router router, AzureDesk desk) {
        desk.serve(router, HttpMethod.DELETE, "/devices/:id/commands", this::purge, SERVICE_CONNECT);
    }

    private Reply purge(Call call) {
        DeviceId device = call.device();
        registrations.get(device);
        return Reply.json(Map.of("deviceId", device.value(), "totalMessagesPurged", messages.purge(device)));
    }
}
