// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

import dev.signalbox.protocol.trust.Digest;
import java.util.Map;

/// The sessions of operators. Of a bearer only the digest is kept.
public interface OperatorRecords {
    /// Operators' names by the digest of a bearer.
    Map<Digest, String> bearers();

    void addBearer(Digest bearer, String name);

    /// Ends all sessions of that operator.
    void deleteBearers(String name);
}
