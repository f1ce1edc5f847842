// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.stream;

import dev.signalbox.operator.stream.MessagePage;
import dev.signalbox.operator.stream.MessageView;
import dev.signalbox.operator.stream.StreamView;
import dev.signalbox.workbench.stream.Streams;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;

/// Goes through a stream from newer messages to older ones, in steps. The hub reads forwards only, so each step takes
/// the messages before the last step's: a few when all are wanted; more and more when few are found.
final class Backwards {
    private static final int A_PAGE = 100;
    private static final int FIRST_WINDOW = 1000;
    /// The hub looks at no more in one answer.
    private static final int WIDEST_WINDOW = 20_000;
    private static final int MOST_AT_ONCE = 1000;

    private final Streams hub;
    private final long number;
    private final Wanted wanted;
    private int window;
    private long low;
    private volatile boolean stopped;

    /// @param before only those with smaller keys; absent to begin with the newest
    Backwards(Streams hub, long number, Wanted wanted, OptionalLong before) {
        this.hub = hub;
        this.number = number;
        this.wanted = wanted;
        this.window = wanted.isAll() ? A_PAGE : FIRST_WINDOW;
        this.low = before.orElse(-1);
    }

    /// @param found newest first
    /// @param nextKey the key before which it was looked
    /// @param low all from here on were looked at
    /// @param oldestKey of the oldest message that is kept
    record Step(List<MessageRow> found, long nextKey, long low, long oldestKey) {
        boolean hasOlder() {
            return low > oldestKey;
        }
    }

    /// Asks the hub and waits. One call at a time, on any thread.
    Step next() {
        long oldest = 0;
        if (low < 0) {
            StreamView stream = hub.get(number);
            low = stream.nextKey();
            oldest = stream.oldestKey();
        }
        long to = low;
        long from = Math.max(oldest, to - window);
        Deque<MessageRow> found = new ArrayDeque<>();
        long at = Math.max(0, from);
        while (at < to && !stopped) {
            MessagePage page = hub.messages(number, wanted.from(at, (int) Math.min(MOST_AT_ONCE, to - at)));
            page.messages().stream().filter(message -> message.key() < to).forEach(message -> keep(found, message));
            oldest = page.oldestKey();
            at = page.nextKey() > at ? page.nextKey() : to;
        }
        low = stopped ? to : Math.max(0, from);
        window = wanted.isAll() ? A_PAGE : Math.min(2 * window, WIDEST_WINDOW);
        return new Step(stopped ? List.of() : new ArrayList<>(found), to, low, oldest);
    }

    private static void keep(Deque<MessageRow> found, MessageView message) {
        found.addFirst(MessageRow.of(message));
        if (found.size() > MessageRows.MOST) {
            found.removeLast();
        }
    }

    /// A step under way ends soon, as if it had not been made. From any thread.
    void stop() {
        stopped = true;
    }
}
