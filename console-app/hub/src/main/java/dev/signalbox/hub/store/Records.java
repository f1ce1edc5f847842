// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

/// The records of every noun, inside one transaction.
public interface Records {
    DeviceRecords devices();

    TwinRecords twins();

    CloudMessageRecords cloudMessages();

    SessionRecords sessions();

    ServiceRecords services();

    FlowRecords flows();

    ReleaseRecords releases();

    ProposalRecords proposals();

    RolloutRecords rollouts();

    SecretRecords secrets();

    OperatorRecords operators();

    AuditRecords audit();

    PolicyRecords policies();

    AuthorityRecords authorities();

    RegistrationRecords registrations();

    JobRecords jobs();

    JobDeviceRecords jobDevices();

    QueryRecords queries();

    JobSeriesRecords jobSeries();

    SavedQueryRecords savedQueries();

    /// Provisioning tokens.
    TokenRecords tokens();

    /// Devices that ask to be let in.
    OperationRecords operations();

    RegistrationTokenRecords registrationTokens();

    StreamRecords streams();

    ConsumerTokenRecords consumerTokens();

    AccountRecords accounts();

    /// What there is one of in a workspace.
    WorkspaceRecords workspace();
}
