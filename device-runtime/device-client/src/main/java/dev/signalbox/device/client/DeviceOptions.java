// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.client;

import dev.signalbox.device.credential.Credentials;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;

/// What a device needs to know to reach its hub.
///
/// @param credentials who it is; closed with the client
/// @param tls whom to trust, such as `tls.PinnedTls`
/// @param folder where the outbox is kept; one device client at a time
public record DeviceOptions(Credentials credentials, SSLContext tls, Path folder) {}
