// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.provisioning;

/// Where a device stands that asked to be let in.
public enum OperationState {
    /// A person is to decide.
    WAITING,
    /// Let in; the device has not come for its registration yet.
    APPROVED,
    /// The device has its registration.
    COLLECTED,
    /// A person said no.
    REJECTED,
    /// Taken back, by a person or because another device was let in by this id.
    CANCELLED,
    /// Nobody decided, or the device did not come back, in time.
    EXPIRED
}
