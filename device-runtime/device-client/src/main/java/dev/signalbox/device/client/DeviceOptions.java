// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.client;

import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.identity.HubAddress;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;

/// What a device needs to know to reach its hub.
///
/// @param sharedAccessKey base64
/// @param tls whom to trust, such as `tls.PinnedTls`
/// @param folder where the outbox is kept; one device client at a time
public record DeviceOptions(DeviceId id, String sharedAccessKey, HubAddress hub, SSLContext tls, Path folder) {
    /// The key stays out of logs.
    @Override
    public String toString() {
        return id + " at " + hub + ", data in " + folder;
    }
}
