// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.azure;

import dev.signalbox.hub.store.Permission;
import dev.signalbox.protocol.codec.ProblemException;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import java.util.List;
import java.util.Map;

/// What of IoT Hub's service side this hub does not offer: answered with 501 and a sentence, so that nobody looks for a
/// mistake of his own.
final class RefusedRoutes {
    private static final String IN_BULK = "import and export of devices as jobs; list them, or send them 100 at a time";
    private static final String CONFIGURATIONS = "automatic device configurations; a job changes twins by condition";
    private static final String TWINS = "digital twins of models; use the device's twin and its methods";
    private static final String FEEDBACK = "feedback and notifications for back ends";
    private static final Map<String, String> REFUSED = Map.of(
            "/configurations", CONFIGURATIONS,
            "/configurations/*", CONFIGURATIONS,
            "/devices/:id/applyConfigurationContent", CONFIGURATIONS,
            "/jobs", IN_BULK,
            "/jobs/:job", IN_BULK,
            "/digitaltwins/*", TWINS,
            "/messages/serviceBound/*", FEEDBACK);

    private RefusedRoutes() {}

    static void add(Router router, AzureDesk desk) {
        REFUSED.forEach((path, what) -> {
            for (HttpMethod method :
                    List.of(HttpMethod.GET, HttpMethod.PUT, HttpMethod.POST, HttpMethod.PATCH, HttpMethod.DELETE)) {
                desk.serve(router, method, path, _ -> refuse(what), Permission.values());
            }
        });
    }

    private static Reply refuse(String what) {
        throw new ProblemException(AzureProblems.notOffered(what));
    }
}
