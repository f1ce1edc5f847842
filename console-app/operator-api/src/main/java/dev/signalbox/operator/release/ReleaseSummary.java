// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.release;

import dev.signalbox.protocol.trust.Digest;
import java.time.Instant;

/// A release in the history.
///
/// @param digest digest of the envelope's payload
public record ReleaseSummary(long number, Digest digest, Instant createdAt, String createdBy, String note) {}
