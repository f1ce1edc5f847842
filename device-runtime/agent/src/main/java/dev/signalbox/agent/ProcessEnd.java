// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent;

import dev.signalbox.agent.action.Restart;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The way to the end of this process: with a code from which its supervisor starts it again.
final class ProcessEnd implements Restart {
    /// Like sysexits' EX_TEMPFAIL: systemd's Restart=on-failure takes it for a reason to start the
    /// node again.
    static final int RESTART = 75;

    private static final String SUPERVISED = "SIGNALBOX_SUPERVISED";
    private static final String SYSTEMD = "INVOCATION_ID";
    /// So that the answer to who asked can leave.
    private static final long PAUSE_MILLIS = 500;

    private final CountDownLatch asked = new CountDownLatch(1);

    @Override
    public boolean isSupervised() {
        return System.getenv(SUPERVISED) != null || System.getenv(SYSTEMD) != null;
    }

    @Override
    public void soon() {
        CompletableFuture.delayedExecutor(PAUSE_MILLIS, TimeUnit.MILLISECONDS).execute(asked::countDown);
    }

    /// The code with which the process is to end, once it is to.
    int await() throws InterruptedException {
        asked.await();
        return RESTART;
    }
}
