// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.device;

/// A method to be called.
///
/// @param payload JSON; blank for `null`
/// @param connectSeconds how long to wait until the device listens: 0 to 300
/// @param responseSeconds how long to wait for its answer: 1 to 300
public record MethodWish(String name, String payload, int connectSeconds, int responseSeconds) {}
