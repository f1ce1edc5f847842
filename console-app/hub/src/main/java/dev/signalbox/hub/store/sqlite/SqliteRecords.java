// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite;

import dev.signalbox.hub.store.AccountRecords;
import dev.signalbox.hub.store.AuditRecords;
import dev.signalbox.hub.store.AuthorityRecords;
import dev.signalbox.hub.store.CloudMessageRecords;
import dev.signalbox.hub.store.ConsumerTokenRecords;
import dev.signalbox.hub.store.DeviceRecords;
import dev.signalbox.hub.store.FlowRecords;
import dev.signalbox.hub.store.JobDeviceRecords;
import dev.signalbox.hub.store.JobRecords;
import dev.signalbox.hub.store.JobSeriesRecords;
import dev.signalbox.hub.store.OperationRecords;
import dev.signalbox.hub.store.OperatorRecords;
import dev.signalbox.hub.store.PolicyRecords;
import dev.signalbox.hub.store.ProposalRecords;
import dev.signalbox.hub.store.QueryRecords;
import dev.signalbox.hub.store.Records;
import dev.signalbox.hub.store.RegistrationRecords;
import dev.signalbox.hub.store.RegistrationTokenRecords;
import dev.signalbox.hub.store.ReleaseRecords;
import dev.signalbox.hub.store.RolloutRecords;
import dev.signalbox.hub.store.SavedQueryRecords;
import dev.signalbox.hub.store.SecretRecords;
import dev.signalbox.hub.store.ServiceRecords;
import dev.signalbox.hub.store.SessionRecords;
import dev.signalbox.hub.store.StreamRecords;
import dev.signalbox.hub.store.TokenRecords;
import dev.signalbox.hub.store.TwinRecords;
import dev.signalbox.hub.store.WorkspaceRecords;
import org.jdbi.v3.core.Handle;

/// All records over one transaction's handle.
record SqliteRecords(Handle handle, LeafUpkeep upkeep) implements Records {
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
    public ProposalRecords proposals() {
        return new SqliteProposals(handle);
    }

    @Override
    public RolloutRecords rollouts() {
        return new SqliteRollouts(handle);
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
    public AuditRecords audit() {
        return new SqliteAudit(handle);
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
    public JobDeviceRecords jobDevices() {
        return new SqliteJobDevices(handle);
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
    public TokenRecords tokens() {
        return new SqliteTokens(handle);
    }

    @Override
    public OperationRecords operations() {
        return new SqliteOperations(handle);
    }

    @Override
    public RegistrationTokenRecords registrationTokens() {
        return new SqliteRegistrationTokens(handle);
    }

    @Override
    public ConsumerTokenRecords consumerTokens() {
        return new SqliteConsumerTokens(handle);
    }

    @Override
    public AccountRecords accounts() {
        return new SqliteAccounts(handle);
    }

    @Override
    public StreamRecords streams() {
        return new SqliteStreams(handle);
    }

    @Override
    public WorkspaceRecords workspace() {
        return new SqliteWorkspace(handle);
    }
}
