// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.http;

import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/// The answers that go on for as long as an operator listens. They end when he may do less than before, or his session
/// has ended: what listens asks again, and is then let in or not. For all threads.
final class OpenStreams {
    private final Map<RoutingContext, Listener> open = new ConcurrentHashMap<>();

    private record Listener(String name, String bearer) {}

    void add(RoutingContext context) {
        var request = new Request(context);
        open.put(context, new Listener(request.operator(), request.bearer()));
        context.addEndHandler(_ -> open.remove(context));
    }

    /// Ends those of an operator.
    void end(String name) {
        endUnless(listener -> !listener.name().equals(name));
    }

    /// Ends those whose session is good no more.
    void sweep(Predicate<String> isGood) {
        endUnless(listener -> isGood.test(listener.bearer()));
    }

    private void endUnless(Predicate<Listener> stays) {
        open.forEach((context, listener) -> {
            if (!stays.test(listener)) {
                context.vertx().runOnContext(_ -> {
                    var _ = context.request().connection().close();
                });
            }
        });
    }
}
