// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.log;

/// Says whether the log's thread should wait a moment for more messages before it writes. A group of a hundred
/// costs the disk and the threads that hand it on as much as one of a thousand, so it pays while many devices send
/// at once. A device alone, that has sent all it may, sends nothing before it is acknowledged: after a wait in vain
/// none is tried for a while, and longer each time. For one thread.
final class Gathering {
    /// How long a wait is. A message that is acknowledged so much later is not late.
    static final long NANOS = 2_000_000;

    /// A smaller group is no sign that many send.
    private static final int MANY = 64;

    /// A wait that brings fewer was in vain.
    private static final int WORTHWHILE = 128;

    /// So many groups are written at once, at most, after waits in vain.
    private static final int LONGEST_PAUSE = 64;

    private boolean many;
    /// Groups to be written at once, and how many it will be after the next wait in vain.
    private int pause;
    private int next = 1;

    /// A group of that size is going to be written.
    void took(int messages) {
        many = messages >= MANY;
        pause = Math.max(0, pause - 1);
    }

    boolean pays() {
        return many && pause == 0;
    }

    /// @param before how many messages waited when the wait began
    /// @param after how many when it ended
    void brought(int before, int after) {
        boolean inVain = after - before < WORTHWHILE;
        pause = inVain ? next : 0;
        next = inVain ? Math.min(LONGEST_PAUSE, 2 * next) : 1;
    }
}
