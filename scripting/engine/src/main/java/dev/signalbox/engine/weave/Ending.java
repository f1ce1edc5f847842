// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.engine.weave;

import java.net.http.HttpClient;
import java.util.Timer;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/// Closes what was opened, and ends what was started.
final class Ending {
    private Ending() {}

    /// Waits no longer than Patience does.
    ///
    /// @return whether it is closed or has ended now
    static boolean end(Belonging belonging, Object held) {
        boolean done = Patience.ask(() -> ended(held), false);
        if (done) {
            belonging.close();
        }
        return done;
    }

    private static boolean ended(Object held) throws Exception {
        switch (held) {
            case Thread thread -> {
                thread.interrupt();
                return thread.getState() == Thread.State.NEW || thread.join(Patience.LONGEST);
            }
            case ExecutorService executor -> {
                var _ = executor.shutdownNow();
                return executor.awaitTermination(Patience.LONGEST.toMillis(), TimeUnit.MILLISECONDS);
            }
            case Process process -> {
                return process.destroyForcibly().waitFor(Patience.LONGEST);
            }
            default -> close(held);
        }
        return true;
    }

    private static void close(Object held) throws Exception {
        switch (held) {
            case HttpClient client -> client.shutdownNow();
            case Timer timer -> timer.cancel();
            case AutoCloseable closeable -> closeable.close();
            default -> {}
        }
    }
}
