// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.release;

import dev.signalbox.protocol.release.LockedPackage;
import dev.signalbox.protocol.trust.Digest;
import dev.signalbox.protocol.trust.Envelope;
import java.io.IOException;
import java.nio.file.Path;

/// Where releases come from. Nothing it gives is believed before it is checked. Every method may block, and throws
/// IOException when the hub cannot be reached, which is worth another try.
public interface ReleaseSource {
    Envelope trust() throws IOException;

    Envelope release(long number) throws IOException;

    byte[] bundle(Digest digest) throws IOException;

    /// Appends to a file what it lacks of a package, at most up to the length the package has, or begins
    /// it anew. What has come stays there when it breaks off.
    void download(LockedPackage wanted, Path into) throws IOException;

    /// @param reference `id@version`
    String secret(String reference) throws IOException;

    /// What is being fetched is not wanted any more: ends it with an IOException. From any thread; does not wait.
    default void breakOff() {}
}
