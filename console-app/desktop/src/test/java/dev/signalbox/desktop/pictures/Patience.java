// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.pictures;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.testfx.util.WaitForAsyncUtils;

/// Waits for what a window should come to.
public final class Patience {
    private static final int SECONDS = 120;

    private Patience() {}

    /// Looks again and again, on the window's own thread: elsewhere the window would change while one looks.
    public static void until(Callable<Boolean> truth) throws TimeoutException {
        until(SECONDS, truth);
    }

    /// Whether it came about in so many seconds.
    static boolean has(int seconds, Callable<Boolean> truth) {
        try {
            until(seconds, truth);
            return true;
        } catch (TimeoutException notYet) {
            return false;
        }
    }

    private static void until(int seconds, Callable<Boolean> truth) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                seconds,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.waitForAsyncFx(TimeUnit.SECONDS.toMillis(SECONDS), truth));
    }
}
