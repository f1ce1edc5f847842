// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import dev.signalbox.hub.certificate.Authority;
import dev.signalbox.hub.certificate.HostNames;
import dev.signalbox.hub.folder.DataFolder;
import dev.signalbox.hub.store.MessageStore;
import dev.signalbox.hub.store.sqlite.SqliteRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.SortedSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/// What everything else in a hub stands on: its folder, its stores, its certificates and its threads.
///
/// @param names the names the hub answers to
record Ground(HubConfig config, Stores stores, Listening listening, Authority authority, SortedSet<String> names) {
    record Stores(DataFolder folder, SqliteRegistry registry, MessageStore messages) {}

    /// @param messages makes the store of what devices send, in the data folder
    static Ground open(HubConfig config, Function<Path, MessageStore> messages, Shutdown shutdown) {
        var folder = shutdown.add(DataFolder.open(config.data()));
        var preparing = CompletableFuture.supplyAsync(Listening::prepare);
        shutdown.add(() -> preparing.join().close());
        var names = HostNames.of(config.host());
        var authority = Authority.open(folder, names, config.clock());
        var registry = shutdown.add(SqliteRegistry.open(folder.own("registry.db")));
        var stream = shutdown.add(messages.apply(folder.path()));
        return new Ground(config, new Stores(folder, registry, stream), preparing.join(), authority, names);
    }

    SqliteRegistry registry() {
        return stores.registry();
    }

    DataFolder folder() {
        return stores.folder();
    }

    Clock clock() {
        return config.clock();
    }
}
