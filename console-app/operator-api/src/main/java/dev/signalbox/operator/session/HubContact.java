// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.session;

import dev.signalbox.protocol.identity.HubAddress;

/// How to reach a hub, as it writes it to `hub.json` in its data folder once it listens.
///
/// @param caPem certificate of the hub's own CA
/// @param pid process id, to see whether it still runs
public record HubContact(HubAddress address, String workspace, String caPem, long pid) {}
