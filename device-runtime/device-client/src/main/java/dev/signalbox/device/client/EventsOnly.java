// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.client;

import dev.signalbox.device.message.DeviceEvents;
import dev.signalbox.protocol.report.Problem;
import tools.jackson.databind.node.ObjectNode;

/// Tells a program what becomes of its connection; of the twin it hears elsewhere.
record EventsOnly(DeviceEvents events) implements DeviceListener {
    @Override
    public void signedIn() {
        events.connected();
    }

    @Override
    public void twin(ObjectNode desired, long version) {}

    @Override
    public void disconnected(Problem why) {
        events.disconnected(why);
    }
}
