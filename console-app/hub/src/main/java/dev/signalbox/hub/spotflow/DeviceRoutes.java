// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.spotflow;

import dev.signalbox.hub.provisioning.Completion;
import dev.signalbox.hub.provisioning.Provisioning;
import dev.signalbox.protocol.provisioning.CompleteRequest;
import dev.signalbox.protocol.provisioning.InitRequest;
import dev.signalbox.protocol.provisioning.RefreshRequest;
import dev.signalbox.protocol.provisioning.RegisterRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import java.util.Map;

/// The four calls by which a device comes in: `Authorization: DeviceToken`, with a provisioning token, and for
/// `register` with a registration token.
public final class DeviceRoutes {
    private final Provisioning provisioning;

    public DeviceRoutes(Provisioning provisioning) {
        this.provisioning = provisioning;
    }

    void add(Router router, SpotflowDesk desk) {
        desk.serveDevices(router, HttpMethod.POST, "/provisioning-operations/init", this::init);
        desk.serveDevices(router, HttpMethod.PUT, "/provisioning-operations/complete", this::complete);
        desk.serveDevices(router, HttpMethod.PUT, "/devices/register", this::register);
        desk.serveDevices(router, HttpMethod.PUT, "/devices/registration-tokens/refresh", this::refresh);
    }

    private Reply init(Call call) {
        return Reply.json(200, provisioning.init(call.secret(), call.body(InitRequest.class), call.from()));
    }

    private Reply complete(Call call) {
        String operation = call.body(CompleteRequest.class).provisioningOperationId();
        return switch (provisioning.complete(call.secret(), operation)) {
            case Completion.Waiting _ -> Reply.json(202, Map.of());
            case Completion.Granted(var registration) -> Reply.json(200, registration);
            case Completion.Closed(var gone) -> Reply.problem(gone.status(), gone);
        };
    }

    private Reply register(Call call) {
        return Reply.json(200, provisioning.register(call.secret(), call.host(), call.body(RegisterRequest.class)));
    }

    private Reply refresh(Call call) {
        var refreshed = provisioning.refresh(
                call.secret(), call.body(RefreshRequest.class).registrationToken());
        return Reply.json(refreshed.again() ? 200 : 201, refreshed.granted());
    }
}
