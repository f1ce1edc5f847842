// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

import dev.signalbox.operator.release.NewRelease;
import java.time.Instant;

/// A release that too few operators have signed.
///
/// @param asked with the signatures so far
public record StoredProposal(long number, NewRelease asked, Instant made, String madeBy) {}
