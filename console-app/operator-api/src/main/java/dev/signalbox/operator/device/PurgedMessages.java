// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.device;

/// How many messages a device's queue held before it was emptied.
public record PurgedMessages(int count) {}
