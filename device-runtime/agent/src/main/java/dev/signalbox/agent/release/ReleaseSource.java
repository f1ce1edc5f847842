// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.release;

import dev.signalbox.protocol.trust.Digest;
import dev.signalbox.protocol.trust.Envelope;
import java.io.IOException;

/// Where releases come from. Nothing it gives is believed before it is checked. Every method may block, and throws
/// IOException when the hub cannot be reached, which is worth another try.
public interface ReleaseSource {
    Envelope trust() throws IOException;

    Envelope release(long number) throws IOException;

    byte[] bundle(Digest digest) throws IOException;

    /// @param reference `id@version`
    String secret(String reference) throws IOException;
}
