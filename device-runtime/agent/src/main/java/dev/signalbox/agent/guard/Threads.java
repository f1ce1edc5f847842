// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.guard;

import java.util.Arrays;
import java.util.List;

/// All platform threads of this JVM.
final class Threads {
    private static final int SOME_MORE = 64;

    private Threads() {}

    static List<Thread> all() {
        ThreadGroup top = Thread.currentThread().getThreadGroup();
        while (top.getParent() != null) {
            top = top.getParent();
        }
        var threads = new Thread[top.activeCount() + SOME_MORE];
        int count = top.enumerate(threads, true);
        return Arrays.asList(threads).subList(0, count);
    }
}
