// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.api;

/// The node's twin as the hub last told it: what is desired of the device, and what it has reported of
/// itself.
///
/// @param desired the desired properties, without those the runtime keeps for itself
/// @param version the version of the desired properties; it only grows
/// @param reported the reported properties as of the last sign-in, without those the runtime keeps for
/// itself
public record Twin(Body desired, long version, Body reported) {
    /// Of a device that has reported nothing.
    public Twin(Body desired, long version) {
        this(desired, version, Body.of(java.util.Map.of()));
    }
}
