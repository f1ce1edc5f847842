// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.pretend;

import io.vertx.core.Future;
import java.util.concurrent.TimeUnit;

/// Waits for what Vert.x does.
final class Done {
    private Done() {}

    static <T> T done(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
    }
}
