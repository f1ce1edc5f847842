// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.child;

import dev.signalbox.agent.step.ForeignException;
import dev.signalbox.agent.step.Item;
import dev.signalbox.agent.step.RunRuntime;
import java.io.IOException;
import tools.jackson.databind.node.ObjectNode;

/// Says to a process what the step has for it, on the step's thread.
final class Sender {
    private final ChildProcess process;
    private final RunRuntime runtime;
    private final ChildEar ear;

    Sender(ChildProcess process, RunRuntime runtime, ChildEar ear) {
        this.process = process;
        this.runtime = runtime;
        this.ear = ear;
    }

    /// Hands over a message, once there is room for it.
    void hand(Item.Delivery delivery) {
        try {
            long number = ear.window().add(delivery);
            if (ear.stages().death() == null) {
                hand(number, delivery);
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    private void hand(long number, Item.Delivery delivery) {
        String service = runtime.serviceAt(delivery.message().source());
        ear.window().handed(number, true);
        try {
            process.send(ChildLines.delivery(number, delivery, service));
        } catch (IOException broken) {
            ear.window().handed(number, false);
            process.close();
        }
    }

    /// Throws what the process died of, if it did. One that cannot be written to is ended, which its ear hears.
    void send(ObjectNode line) {
        ForeignException death = ear.stages().death();
        if (death != null) {
            throw death;
        }
        try {
            process.send(line);
        } catch (IOException broken) {
            process.close();
        }
    }
}
