// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.file;

import dev.signalbox.hub.file.FileShelf.Moment;
import dev.signalbox.hub.store.LogPlace;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/// What a device has uploaded under one name.
record Versions(Kept kept, Names names, String name) {
    /// The newest that was there when a message came, else the newest of all.
    ///
    /// @param may leaves out those that are about to be deleted
    Optional<UUID> find(Moment came, Predicate<UUID> may) throws IOException {
        List<Order> all = names.of(name).stream()
                .filter(order -> kept.has(order.file()) && may.test(order.file()))
                .toList();
        return all.stream()
                .filter(order -> wasThere(order, came))
                .findFirst()
                .or(() -> all.stream().findFirst())
                .map(Order::file);
    }

    private boolean wasThere(Order order, Moment came) {
        return order.isDated()
                ? kept.read(order.file())
                        .filter(file ->
                                !file.uploaded().truncatedTo(ChronoUnit.MILLIS).isAfter(came.at()))
                        .isPresent()
                : !came.place().isBefore(order.place());
    }

    /// Takes an upload that is prepared, and returns those before it that are still there. Not for two at a time.
    ///
    /// @param place where the next message will stand
    List<UUID> add(Upload upload, LogPlace place) throws IOException {
        List<Order> before = names.of(name);
        long last = before.isEmpty() ? 0 : before.getFirst().number();
        names.add(name, new Order(place, last + 1, upload.id()));
        kept.take(upload);
        for (Order order : before) {
            if (!kept.has(order.file())) {
                names.remove(name, order);
            }
        }
        return before.stream().map(Order::file).filter(kept::has).toList();
    }

    void forget(UUID id) throws IOException {
        for (Order order : names.of(name)) {
            if (order.file().equals(id)) {
                names.remove(name, order);
            }
        }
    }
}
