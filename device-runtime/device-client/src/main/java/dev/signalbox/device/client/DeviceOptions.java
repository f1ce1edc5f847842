// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.client;

import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.identity.HubAddress;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;

/// What a device client needs to know.
///
/// @param sharedAccessKey base64, secret
/// @param tls what to believe, such as `PinnedTls`
/// @param folder where the outbox is kept
public record DeviceOptions(DeviceId id, String sharedAccessKey, HubAddress hub, SSLContext tls, Path folder) {
    /// Without the key.
    @Override
    public String toString() {
        return "device " + id + " at " + hub.host();
    }
}
