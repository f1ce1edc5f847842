// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

import dev.signalbox.protocol.trust.Digest;
import java.time.Instant;
import java.util.List;

/// Operators and their sessions. Of what lets them in only digests are kept.
public interface OperatorRecords {
    /// By name.
    List<StoredOperator> all();

    /// Adds an operator, or puts it in the place of the one with its name.
    void put(StoredOperator operator);

    /// With its sessions.
    void delete(String name);

    List<StoredBearer> bearers();

    void addBearer(StoredBearer bearer);

    /// Notes that a session was used, if there still is one.
    void useBearer(Digest bearer, Instant at);

    /// Ends one session.
    void deleteBearer(Digest bearer);

    /// Ends all sessions of that operator.
    void deleteBearers(String name);
}
