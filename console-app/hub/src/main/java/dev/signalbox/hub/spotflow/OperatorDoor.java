// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.spotflow;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Function;

/// Who lets operators in.
///
/// @param guard goes on for an operator only
/// @param name of the operator who was let in
public record OperatorDoor(Handler<RoutingContext> guard, Function<RoutingContext, String> name) {}
