// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite;

import dev.signalbox.hub.store.AuthorityRecords;
import dev.signalbox.hub.store.CloudMessageRecords;
import dev.signalbox.hub.store.DeviceRecords;
import dev.signalbox.hub.store.FlowRecords;
import dev.signalbox.hub.store.JobRecords;
import dev.signalbox.hub.store.JobSeriesRecords;
import dev.signalbox.hub.store.OperatorRecords;
import dev.signalbox.hub.store.PolicyRecords;
import dev.signalbox.hub.store.QueryRecords;
import dev.signalbox.hub.store.Records;
import dev.signalbox.hub.store.RegistrationRecords;
import dev.signalbox.hub.store.RegistryStore;
import dev.signalbox.hub.store.ReleaseRecords;
import dev.signalbox.hub.store.SavedQueryRecords;
import dev.signalbox.hub.store.SecretRecords;
import dev.signalbox.hub.store.ServiceRecords;
import dev.signalbox.hub.store.SessionRecords;
import dev.signalbox.hub.store.TwinRecords;
import dev.signalbox.hub.store.WorkspaceRecords;
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
            "registry-authorities.sql",
            "registry-twin-marks.sql");

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
        return database.read(handle -> reading.apply(new In(handle, upkeep(handle))));
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
            T result = work.apply(new In(handle, leaves));
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

    /// All records over one transaction's handle.
    private record In(Handle handle, LeafUpkeep upkeep) implements Records {
        @Override
        public DeviceRecords devices() {
            return new SqliteDevices(handle, upkeep);
        }

        @Override
        public TwinRecords twins() {
            return new SqliteTwins(handle, upkeep);
        }

        @Override
        public CloudMessageRecords cloudMessages() {
            return new SqliteCloudMessages(handle);
        }

        @Override
        public SessionRecords sessions() {
            return new SqliteSessions(handle);
        }

        @Override
        public ServiceRecords services() {
            return new SqliteServices(handle);
        }

        @Override
        public FlowRecords flows() {
            return new SqliteFlows(handle);
        }

        @Override
        public ReleaseRecords releases() {
            return new SqliteReleases(handle);
        }

        @Override
        public SecretRecords secrets() {
            return new SqliteSecrets(handle);
        }

        @Override
        public OperatorRecords operators() {
            return new SqliteOperators(handle);
        }

        @Override
        public PolicyRecords policies() {
            return new SqlitePolicies(handle);
        }

        @Override
        public AuthorityRecords authorities() {
            return new SqliteAuthorities(handle);
        }

        @Override
        public RegistrationRecords registrations() {
            return new SqliteRegistrations(handle, upkeep);
        }

        @Override
        public JobRecords jobs() {
            return new SqliteJobs(handle);
        }

        @Override
        public QueryRecords queries() {
            return new SqliteQueries(handle, upkeep);
        }

        @Override
        public JobSeriesRecords jobSeries() {
            return new SqliteJobSeries(handle);
        }

        @Override
        public SavedQueryRecords savedQueries() {
            return new SqliteSavedQueries(handle);
        }

        @Override
        public WorkspaceRecords workspace() {
            return new SqliteWorkspace(handle);
        }
    }
}
