// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.azure;

import io.vertx.ext.web.Router;

/// All paths of IoT Hub's service side.
public final class AzureRoutes {
    /// By noun.
    public record Nouns(
            IdentityRoutes identities,
            ModuleRoutes modules,
            TwinRoutes twins,
            MethodRoutes methods,
            JobRoutes jobs,
            QueryRoutes queries,
            QueueRoutes queues,
            FileRoutes files,
            BlobRoutes blobs) {}

    private final AzureDesk desk;
    private final Nouns nouns;

    public AzureRoutes(AzureDesk desk, Nouns nouns) {
        this.desk = desk;
        this.nouns = nouns;
    }

    public void add(Router router) {
        nouns.identities().add(router, desk);
        nouns.modules().add(router, desk);
        nouns.twins().add(router, desk);
        nouns.methods().add(router, desk);
        nouns.jobs().add(router, desk);
        nouns.queries().add(router, desk);
        nouns.queues().add(router, desk);
        nouns.files().add(router, desk);
        nouns.blobs().add(router);
        RefusedRoutes.add(router, desk);
    }
}
