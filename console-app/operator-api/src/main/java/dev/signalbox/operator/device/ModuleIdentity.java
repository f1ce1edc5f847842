// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.device;

/// A module of a device: a second identity with a twin of its own.
///
/// @param id has the form of a device id
/// @param managedBy what back ends said of it, may be empty
public record ModuleIdentity(String id, String etag, Proof proof, String managedBy) {}
