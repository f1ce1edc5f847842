// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.provisioning;

import dev.signalbox.hub.store.StoredToken;
import dev.signalbox.operator.provisioning.TokenView;
import dev.signalbox.protocol.identity.DeviceId;
import java.time.Instant;
import java.util.List;

/// Tokens as operators see them.
final class TokenViews {
    private TokenViews() {}

    static TokenView of(StoredToken token, List<DeviceId> preApproved, Instant now) {
        return new TokenView(
                token.id(),
                token.name(),
                token.device(),
                token.singleUse(),
                preApproved,
                token.replaces(),
                token.tags(),
                token.life().made(),
                token.life().madeBy(),
                token.life().expires(),
                token.life().revoked(),
                token.use().count(),
                token.use().last(),
                token.isOpen(now));
    }
}
