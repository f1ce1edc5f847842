// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

/// The records of every noun, inside one transaction.
public interface Records {
    DeviceRecords devices();

    TwinRecords twins();

    ServiceRecords services();

    FlowRecords flows();

    ReleaseRecords releases();

    SecretRecords secrets();

    OperatorRecords operators();

    QueryRecords queries();

    /// What there is one of in a workspace.
    WorkspaceRecords workspace();
}
