// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.step;

import dev.signalbox.api.Message;
import dev.signalbox.api.Subscription;
import dev.signalbox.protocol.release.StepAddress;
import java.util.function.Consumer;

/// What a step can reach beyond itself. Called on the step's own thread or on threads its service made.
public interface Exchange {
    /// Along every wire that leaves the step, and to who subscribed to it.
    void emit(StepAddress from, Message message);

    /// To the hub, by way of the disk.
    void submit(StepAddress from, Message message);

    /// A method of other services on this node.
    void act(StepAddress from, String destination, String action, Message message);

    Subscription subscribe(StepAddress listener, String address, Consumer<Message> handler);
}
