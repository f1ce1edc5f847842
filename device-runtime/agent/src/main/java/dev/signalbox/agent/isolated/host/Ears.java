// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.isolated.host;

import dev.signalbox.api.Message;
import dev.signalbox.api.Subscription;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// What the service listens to. The node is asked for an address once, however many listen to it.
final class Ears {
    private final List<Ear> ears = new CopyOnWriteArrayList<>();
    private final Consumer<Line> ask;

    /// @param ask asks the node and waits until it has done it
    Ears(Consumer<Line> ask) {
        this.ask = ask;
    }

    /// Equal to itself alone, so that closing one of two does not close the other.
    private static final class Ear {
        private final String address;
        private final Consumer<Message> handler;

        Ear(String address, Consumer<Message> handler) {
            this.address = address;
            this.handler = handler;
        }
    }

    synchronized Subscription to(String address, Consumer<Message> handler) {
        var ear = new Ear(address.toLowerCase(Locale.ROOT), handler);
        boolean first = nobodyHears(ear.address);
        ears.add(ear);
        if (first) {
            ask.accept(Line.op("subscribe").with("address", ear.address));
        }
        return () -> close(ear);
    }

    private synchronized void close(Ear ear) {
        if (ears.remove(ear) && nobodyHears(ear.address)) {
            ask.accept(Line.op("unsubscribe").with("address", ear.address));
        }
    }

    private boolean nobodyHears(String address) {
        return ears.stream().noneMatch(ear -> ear.address.equals(address));
    }

    /// On the service's thread.
    void hear(String address, Message message) {
        for (Ear ear : ears) {
            if (ear.address.equals(address)) {
                ear.handler.accept(message);
            }
        }
    }
}
