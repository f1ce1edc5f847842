// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.provisioning;

/// @param closed whether no new device may come in from now on; those that are in stay and go on
public record GateChange(boolean closed) {}
