// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.job;

import dev.signalbox.hub.backend.MethodReader;
import dev.signalbox.hub.backend.TwinEdit;
import dev.signalbox.hub.method.MethodCall;
import dev.signalbox.hub.store.StoredJob;
import dev.signalbox.protocol.codec.Json;
import java.time.Duration;
import tools.jackson.databind.node.ObjectNode;

/// What a job does to each of its devices.
sealed interface JobAction {
    String METHOD = "scheduleDeviceMethod";
    String TWIN = "scheduleUpdateTwin";

    /// Asks a connected device.
    record Call(MethodCall call) implements JobAction {}

    /// Changes the twin of a device, connected or not.
    record Edit(TwinEdit edit) implements JobAction {}

    /// Throws ProblemException when it breaks a rule.
    static JobAction of(StoredJob.Order order) {
        ObjectNode action = Json.read(order.action(), ObjectNode.class);
        if (order.type().equals(TWIN)) {
            return new Edit(TwinEdit.read(action, false));
        }
        MethodCall asked = MethodReader.read(action);
        return new Call(new MethodCall(asked.name(), asked.payload(), Duration.ZERO, asked.responseTimeout()));
    }
}
