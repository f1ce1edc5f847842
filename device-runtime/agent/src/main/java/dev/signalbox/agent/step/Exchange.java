// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.step;

import dev.signalbox.api.Message;
import java.util.Optional;
import java.util.Set;

/// What a step can reach beyond itself. Called on the step's own thread or on threads its service made.
public interface Exchange {
    /// Along every wire that leaves the step, and to who listens to it.
    void emit(StepHost from, Message message, Optional<Completion> completion);

    /// To the hub, by way of the disk.
    void submit(Sender from, Message message);

    /// The name by which services know the one at an address; the address itself when no step is there.
    String serviceAt(String address);

    /// A method of other services on this node, or of the runtime's own.
    void act(Sender from, String destination, String action, Message message);

    /// From now on the step gets, as events, what that address emits, too. It does so over the end of a run, until the
    /// next one says what it listens to.
    void listen(StepHost by, String address);

    /// From now on the step gets the events of these addresses and no others.
    void listenOnly(StepHost by, Set<String> addresses);
}
