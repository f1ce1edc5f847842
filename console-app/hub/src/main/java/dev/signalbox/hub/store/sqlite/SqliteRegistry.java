// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite;

import dev.signalbox.hub.store.Records;
import dev.signalbox.hub.store.RegistryStore;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/// The registry in `registry.db`.
public final class SqliteRegistry implements RegistryStore {
    private static final List<String> LAYOUTS = List.of(
            "registry-1.sql",
            "registry-policies.sql",
            "registry-identities.sql",
            "registry-cloud-messages.sql",
            "registry-sessions.sql",
            "registry-jobs.sql",
            "registry-leaves.sql",
            "registry-twin-times.sql",
            "registry-saved-queries.sql",
            "registry-job-series.sql",
            "registry-tallies.sql",
            "registry-authorities.sql",
            "registry-twin-marks.sql",
            "registry-provisioning.sql",
            "registry-streams.sql",
            "registry-consumers.sql",
            "registry-accounts.sql",
            "registry-switches.sql",
            "registry-packages.sql",
            "registry-rollouts.sql",
            "registry-operators.sql");

    private final Database database;
    /// One for each handle, which keeps its statements.
    private final Map<Handle, LeafUpkeep> upkeeps = Collections.synchronizedMap(new WeakHashMap<>());

    private SqliteRegistry(Database database) {
        this.database = database;
    }

    public static SqliteRegistry open(Path file) {
        var registry = new SqliteRegistry(Database.open(file, LAYOUTS));
        try {
            LeafFilling.run(registry.database);
        } catch (RuntimeException unusable) {
            registry.close();
            throw cause(unusable);
        }
        return registry;
    }

    @Override
    public <T> T read(Function<Records, T> reading) {
        return database.read(handle -> reading.apply(new SqliteRecords(handle, upkeep(handle))));
    }

    @Override
    public <T> T commit(Function<Records, T> work) {
        return outcome(commitLater(work));
    }

    @Override
    public <T> T commit(Function<Records, T> work, Consumer<T> telling) {
        return outcome(database.commit(inside(work), telling));
    }

    private static <T> T outcome(CompletableFuture<T> done) {
        try {
            return done.join();
        } catch (CompletionException failed) {
            throw cause(failed);
        }
    }

    @Override
    public <T> CompletableFuture<T> commitLater(Function<Records, T> work) {
        return database.commit(inside(work));
    }

    private <T> Function<Handle, T> inside(Function<Records, T> work) {
        return handle -> {
            LeafUpkeep leaves = upkeep(handle);
            T result = work.apply(new SqliteRecords(handle, leaves));
            leaves.bringUpToDate();
            return result;
        };
    }

    private LeafUpkeep upkeep(Handle handle) {
        LeafUpkeep upkeep = upkeeps.computeIfAbsent(handle, LeafUpkeep::lasting);
        upkeep.begin();
        return upkeep;
    }

    @Override
    public void close() {
        database.close();
    }

    private static RuntimeException cause(RuntimeException failed) {
        return failed.getCause() instanceof RuntimeException why ? why : failed;
    }
}
