// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.api;

/// The node's twin as the hub last told it: what is desired of the device.
///
/// @param desired the desired properties, without those the runtime keeps for itself
/// @param version the version of the desired properties; it only grows
public record Twin(Body desired, long version) {}
