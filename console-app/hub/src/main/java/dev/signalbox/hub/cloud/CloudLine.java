// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.cloud;

import dev.signalbox.hub.store.StoredCloudMessage;

/// The way to a device that listens to messages. Returns at once; may be used from any thread.
public interface CloudLine {
    /// Tells this connection from all others, also from those of before a restart.
    String lock();

    /// Sends the message; runs `whenAcknowledged` once the device has it, or never.
    void deliver(StoredCloudMessage message, Runnable whenAcknowledged);
}
