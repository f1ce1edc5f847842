// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.identity;

import dev.signalbox.device.credential.Credentials;
import dev.signalbox.device.tls.PinnedTls;

/// A node that its hub lets in: who it is, by what it signs in, and whom it trusts.
public record Member(Identity identity, Credentials credentials, PinnedTls tls) {}
