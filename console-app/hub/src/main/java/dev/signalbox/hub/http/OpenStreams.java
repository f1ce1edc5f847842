// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.http;

import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The answers that go on for as long as an operator listens. They end when he may do less than before: what listens
/// asks again, and is then let in or not. For all threads.
final class OpenStreams {
    private final Map<String, Set<RoutingContext>> byName = new ConcurrentHashMap<>();

    void add(String name, RoutingContext context) {
        byName.compute(name, (_, open) -> with(open, context));
        context.addEndHandler(_ -> byName.computeIfPresent(name, (_, open) -> without(open, context)));
    }

    void end(String name) {
        byName.getOrDefault(name, Set.of())
                .forEach(context -> context.vertx().runOnContext(_ -> {
                    var _ = context.request().connection().close();
                }));
    }

    private static Set<RoutingContext> with(@Nullable Set<RoutingContext> open, RoutingContext context) {
        Set<RoutingContext> all = open == null ? ConcurrentHashMap.newKeySet() : open;
        all.add(context);
        return all;
    }

    private static @Nullable Set<RoutingContext> without(Set<RoutingContext> open, RoutingContext context) {
        open.remove(context);
        return open.isEmpty() ? null : open;
    }
}
