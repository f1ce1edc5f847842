// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

import dev.signalbox.operator.release.ReleaseSummary;
import dev.signalbox.protocol.trust.Digest;
import dev.signalbox.protocol.trust.Envelope;
import java.util.List;
import java.util.Optional;

/// Releases and the sources they name, neither ever changed, but for who signed.
public interface ReleaseRecords {
    /// Number of the newest one; 0 before the first.
    long last();

    Optional<Envelope> envelope(long number);

    /// Newest first.
    List<ReleaseSummary> summaries();

    void add(ReleaseSummary summary, Envelope envelope);

    /// Keeps it with other signatures; what is signed stays the same.
    void setEnvelope(long number, Envelope envelope);

    /// Keeps a source under its digest; the same one again is no matter.
    void addBundle(Digest digest, byte[] source);

    Optional<byte[]> bundle(Digest digest);

    /// A release brings the package along; the first that did is kept in mind.
    void addPackage(Digest digest, long release);

    /// Whether a release brings it along.
    boolean namesPackage(Digest digest);
}
