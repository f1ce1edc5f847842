// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.azure;

import io.vertx.ext.web.Router;

/// All paths of IoT Hub's service side.
public final class AzureRoutes {
    private final AzureDesk desk;
    private final IdentityRoutes identities;

    public AzureRoutes(AzureDesk desk, IdentityRoutes identities) {
        this.desk = desk;
        this.identities = identities;
    }

    public void add(Router router) {
        identities.add(router, desk);
    }
}
