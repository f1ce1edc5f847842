// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.file;

import dev.signalbox.hub.store.LogPlace;
import dev.signalbox.protocol.identity.DeviceId;
import java.util.UUID;

/// The messages whose payloads uploaded files may be.
public interface PayloadMessages {
    /// A place of the log between what has come so far and all that comes later. Waits for the disk.
    LogPlace now();

    /// A file gave way to another of its name: messages before a place may still be about it, later ones are not. It is
    /// deleted once nobody needs it. Waits for the disk.
    void gaveWay(DeviceId device, UUID file, LogPlace now);
}
