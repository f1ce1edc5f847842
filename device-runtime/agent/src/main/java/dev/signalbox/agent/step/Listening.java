// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.step;

import dev.signalbox.api.Message;
import dev.signalbox.api.Subscription;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// What one run of a service subscribed to. The step goes on listening when the run ends, so that nothing is missed
/// until the next one has said what it listens to.
final class Listening {
    private final List<Ear> ears = new CopyOnWriteArrayList<>();
    private final StepHost host;
    private final Exchange exchange;

    Listening(StepHost host, Exchange exchange) {
        this.host = host;
        this.exchange = exchange;
    }

    private record Ear(String address, Consumer<Message> handler) {}

    /// From any thread.
    synchronized Subscription to(String address, Consumer<Message> handler) {
        var ear = new Ear(address.toLowerCase(Locale.ROOT), handler);
        ears.add(ear);
        exchange.listen(host, ear.address());
        return () -> {
            synchronized (this) {
                ears.remove(ear);
                settle();
            }
        };
    }

    /// On the step's thread. An event of an address that this run does not listen to is of no use to it.
    void hear(String address, Message message) {
        ears.stream()
                .filter(ear -> ear.address().equals(address))
                .forEach(ear -> ear.handler().accept(message));
    }

    /// What former runs listened to and this one does not, it does not hear any more.
    synchronized void settle() {
        exchange.listenOnly(host, ears.stream().map(Ear::address).collect(Collectors.toSet()));
    }
}
