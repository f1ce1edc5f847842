// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.operator;

/// What a request needs. Each includes those before it.
public enum Right {
    /// To see what the hub knows, but no keys and no secrets.
    LOOK,
    /// To write drafts of services and flows, values of secrets, and queries to keep. Nothing of it runs before it is
    /// released.
    WRITE,
    /// To run the fleet: releases, nodes, devices and their keys, jobs, streams, provisioning.
    OPERATE,
    /// To say who may do what: operators, whose signatures count, what lets back ends in, certificate authorities.
    OWN
}
