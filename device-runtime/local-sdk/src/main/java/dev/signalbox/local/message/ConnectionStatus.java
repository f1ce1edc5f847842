// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.local.message;

/// Whether the node is connected to its hub. Messages may be sent either way: the node keeps them on its disk.
public enum ConnectionStatus {
    CONNECTED,
    DISCONNECTED
}
