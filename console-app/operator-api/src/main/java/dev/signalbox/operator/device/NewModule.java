// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.device;

/// A module to be made known to the hub.
///
/// @param id has the form of a device id
public record NewModule(String id, Proof proof) {}
