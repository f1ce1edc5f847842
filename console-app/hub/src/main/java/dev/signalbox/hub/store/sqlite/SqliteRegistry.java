// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite;

import dev.signalbox.hub.store.CloudMessageRecords;
import dev.signalbox.hub.store.DeviceRecords;
import dev.signalbox.hub.store.FlowRecords;
import dev.signalbox.hub.store.JobRecords;
import dev.signalbox.hub.store.JobSeriesRecords;
import dev.signalbox.hub.store.OperatorRecords;
import dev.signalbox.hub.store.PolicyRecords;
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
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
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
            "registry-saved-queries.sql",
            "registry-job-series.sql");

    private final Database database;

    private SqliteRegistry(Database database) {
        this.database = database;
    }

    public static SqliteRegistry open(Path file) {
        return new SqliteRegistry(Database.open(file, LAYOUTS));
    }

    @Override
    public <T> T read(Function<Records, T> reading) {
        return database.read(handle -> reading.apply(new In(handle)));
    }

    @Override
    public <T> T commit(Function<Records, T> work) {
        try {
            return commitLater(work).join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException why) {
                throw why;
            }
            throw failed;
        }
    }

    @Override
    public <T> CompletableFuture<T> commitLater(Function<Records, T> work) {
        return database.commit(handle -> work.apply(new In(handle)));
    }

    @Override
    public void close() {
        database.close();
    }

    /// All records over one transaction's handle.
    private record In(Handle handle) implements Records {
        @Override
        public DeviceRecords devices() {
            return new SqliteDevices(handle);
        }

        @Override
        public TwinRecords twins() {
            return new SqliteTwins(handle);
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
        public RegistrationRecords registrations() {
            return new SqliteRegistrations(handle);
        }

        @Override
        public JobRecords jobs() {
            return new SqliteJobs(handle);
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
