// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

import dev.signalbox.protocol.trust.Digest;
import java.time.Instant;

/// A session that the hub granted.
///
/// @param digest of what its holder shows, which is kept nowhere
/// @param name the operator's
/// @param used when it was last used, to the hour
public record StoredBearer(Digest digest, String name, Instant used) {}
