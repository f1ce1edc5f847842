// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import dev.signalbox.hub.certificate.Authority;
import dev.signalbox.hub.certificate.HostNames;
import dev.signalbox.hub.file.Space;
import dev.signalbox.hub.folder.DataFolder;
import dev.signalbox.hub.intake.DayQuota;
import dev.signalbox.hub.intake.DiskReserve;
import dev.signalbox.hub.intake.Intake;
import dev.signalbox.hub.live.Notices;
import dev.signalbox.hub.store.MessageStore;
import dev.signalbox.hub.store.log.MessageLog;
import dev.signalbox.hub.store.sqlite.SqliteRegistry;
import dev.signalbox.hub.stream.SortedLog;
import java.time.Clock;
import java.util.SortedSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/// What everything else in a hub stands on: its folder, its stores, its certificates and its threads.
///
/// @param names the names the hub answers to
record Ground(HubConfig config, Stores stores, Listening listening, Authority authority, SortedSet<String> names) {
    /// @param log what is sorted into streams
    /// @param messages where devices' messages go
    /// @param intake decides whether they may be stored
    record Stores(DataFolder folder, SqliteRegistry registry, MessageLog log, MessageStore messages, Intake intake) {}

    /// @param messages makes of the log the store of what devices send
    static Ground open(HubConfig config, Function<MessageLog, MessageStore> messages, Shutdown shutdown) {
        var folder = shutdown.add(DataFolder.open(config.data()));
        var preparing = CompletableFuture.supplyAsync(Listening::prepare);
        shutdown.add(() -> preparing.join().close());
        var names = HostNames.of(config.host());
        var authority = Authority.open(folder, names, config.clock());
        var registry = shutdown.add(SqliteRegistry.open(folder.own("registry.db")));
        var log = shutdown.add(MessageLog.open(folder.path(), config.clock(), SortedLog.sortedUpTo(folder.path())));
        var stores = new Stores(folder, registry, log, messages.apply(log), intake(config));
        return new Ground(config, stores, preparing.join(), authority, names);
    }

    private static Intake intake(HubConfig config) {
        return new Intake(
                DiskReserve.of(config.data(), config.bounds().keepFreeBytes()),
                new DayQuota(config.bounds().messagesADay(), config.clock()));
    }

    Intake intake() {
        return stores.intake();
    }

    /// For uploaded files.
    Space space() {
        return new Space(folder().path(), intake().keptFree());
    }

    SqliteRegistry registry() {
        return stores.registry();
    }

    DataFolder folder() {
        return stores.folder();
    }

    /// Sorts what devices send into streams, once it is begun.
    SortedLog sort(Notices notices, Shutdown shutdown) {
        var from = new SortedLog.Sources(folder().path(), stores.log(), registry(), clock(), notices::failed);
        return shutdown.add(SortedLog.open(from));
    }

    Clock clock() {
        return config.clock();
    }
}
