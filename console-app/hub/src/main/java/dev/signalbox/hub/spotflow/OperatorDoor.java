// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.spotflow;

import dev.signalbox.operator.operator.Right;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Function;

/// Who lets operators in.
///
/// @param guard goes on for an operator only
/// @param routes makes routes that go on for an operator who has the right only
/// @param name of the operator who was let in
public record OperatorDoor(Handler<RoutingContext> guard, Guarded routes, Function<RoutingContext, String> name) {
    /// Makes routes.
    public interface Guarded {
        /// @param deed what is done there, in words; empty for what is only looked at
        Route on(HttpMethod method, String path, Right right, String deed);
    }

    /// To see something.
    Route look(String path) {
        return routes.on(HttpMethod.GET, path, Right.LOOK, "");
    }

    /// To run the fleet.
    Route operate(HttpMethod method, String path, String deed) {
        return routes.on(method, path, Right.OPERATE, deed);
    }
}
