// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.client;

import dev.signalbox.device.message.MethodAnswer;
import dev.signalbox.device.message.MethodCall;
import dev.signalbox.protocol.report.Problem;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.node.ObjectNode;

/// What a program hears from its device client, always on one thread of its own and in order. It may take its time:
/// the connection does not wait for it.
public interface DeviceListener {
    /// The device is connected. Again after each reconnection, and when the sign-in was renewed.
    void signedIn();

    /// The whole desired properties, after each sign-in and each change, without the hub's own `$version` and
    /// `$metadata`.
    void twin(ObjectNode desired, long version);

    /// The whole reported properties as the hub has them, after each sign-in, before `twin`. Without
    /// the hub's own `$version` and `$metadata`.
    default void reported(ObjectNode whole) {}

    /// The connection was lost, or could not be made; told again only when the reason is another one. The client
    /// goes on trying by itself.
    void disconnected(Problem why);

    /// A back end calls a method. Unlike all else on threads of its own, up to eight at a time; what it throws goes to
    /// the caller as 500.
    default MethodAnswer called(MethodCall call) {
        return new MethodAnswer(404, "null".getBytes(StandardCharsets.UTF_8));
    }
}
