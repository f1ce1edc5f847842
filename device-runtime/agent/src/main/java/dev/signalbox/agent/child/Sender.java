// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.child;

import dev.signalbox.agent.step.ForeignException;
import dev.signalbox.agent.step.Item;
import dev.signalbox.agent.step.RunRuntime;
import dev.signalbox.protocol.codec.Json;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/// Says to a process what the step has for it, on the step's thread. Messages that come right after each other are
/// written together.
final class Sender {
    /// A pipe takes so many bytes whole or not at all, so that it is known which messages a process that has ended
    /// never got.
    private static final int MOST_TOGETHER = 4_096;

    private final ChildProcess process;
    private final RunRuntime runtime;
    private final ChildEar ear;
    private final Map<Long, byte[]> kept = new LinkedHashMap<>();
    private int bytesKept;

    Sender(ChildProcess process, RunRuntime runtime, ChildEar ear) {
        this.process = process;
        this.runtime = runtime;
        this.ear = ear;
    }

    /// Hands over a message, once there is room for it. It may be kept until `flush`.
    void hand(Item.Delivery delivery) {
        try {
            if (ear.window().isFull()) {
                flush();
            }
            long number = ear.window().add(delivery);
            if (ear.stages().death() == null) {
                String service = runtime.serviceAt(delivery.message().source());
                keep(number, Json.write(ChildLines.delivery(number, delivery, service)));
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    private void keep(long number, byte[] line) {
        int length = line.length + 1;
        if (bytesKept + length > MOST_TOGETHER) {
            flush();
        }
        kept.put(number, line);
        bytesKept += length;
    }

    /// Writes what is kept. One that cannot be written to is ended, which its ear hears.
    void flush() {
        if (kept.isEmpty()) {
            return;
        }
        ear.window().handed(kept.keySet(), true);
        try {
            process.send(kept.values());
        } catch (IOException broken) {
            ear.window().handed(kept.keySet(), false);
            process.close();
        }
        kept.clear();
        bytesKept = 0;
    }

    /// Throws what the process died of, if it did.
    void send(ObjectNode line) {
        ForeignException death = ear.stages().death();
        if (death != null) {
            throw death;
        }
        flush();
        try {
            process.send(line);
        } catch (IOException broken) {
            process.close();
        }
    }
}
