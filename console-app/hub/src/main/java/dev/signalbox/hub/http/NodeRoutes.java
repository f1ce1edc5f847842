// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.http;

import dev.signalbox.hub.release.Entitlements;
import dev.signalbox.hub.release.SecretReferences;
import dev.signalbox.hub.trust.TrustBook;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.protocol.trust.Digest;
import io.vertx.ext.web.Router;

/// What nodes fetch.
public final class NodeRoutes {
    private final TrustBook trust;
    private final Entitlements entitlements;

    public NodeRoutes(TrustBook trust, Entitlements entitlements) {
        this.trust = trust;
        this.entitlements = entitlements;
    }

    void add(Router router, Desk desk) {
        router.get(Paths.NODE_TRUST).handler(desk.answer(request -> Answer.json(trust.get())));
        router.get(Paths.NODE_RELEASES + "/:number")
                .handler(desk.answer(request -> Answer.json(entitlements.release(request.node(), request.number()))));
        router.get(Paths.NODE_BUNDLES + "/:digest")
                .handler(desk.answer(request -> Answer.bytes(
                        entitlements.bundle(request.node(), new Digest("sha256:" + request.path("digest"))))));
        router.getWithRegex(Paths.NODE_SECRETS + "/(?<reference>.+)")
                .handler(desk.answer(request -> Answer.text(SecretReferences.read(request.path("reference"))
                        .map(reference -> entitlements.secret(request.node(), reference))
                        .orElseThrow(() -> new IllegalArgumentException("a secret is <id>@<version>")))));
    }
}
