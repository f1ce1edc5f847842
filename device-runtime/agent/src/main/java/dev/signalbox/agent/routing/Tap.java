// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.routing;

import dev.signalbox.agent.step.MessageIds;
import dev.signalbox.api.Message;
import dev.signalbox.protocol.action.TapPage;
import dev.signalbox.protocol.action.TappedMessage;
import dev.signalbox.protocol.codec.Json;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/// The last messages of a wire, while somebody looks. Who sends only leaves the message here; it is written out for
/// whoever asks. From any thread.
final class Tap {
    static final int MOST_MESSAGES = 100;
    static final long MOST_WEIGHT = 1024 * 1024;

    /// What a page's `next` begins with, so that one of another tap is known.
    private final String name = MessageIds.next() + ".";

    private final ArrayDeque<Seen> ring = new ArrayDeque<>();
    private long weight;
    private long last;

    private record Seen(long number, Instant at, Message message, boolean injected) {
        long weight() {
            return message.body().weight();
        }
    }

    synchronized void see(Message message, boolean injected) {
        ring.addLast(new Seen(++last, Instant.now(), message, injected));
        weight += message.body().weight();
        while (ring.size() > MOST_MESSAGES || (weight > MOST_WEIGHT && ring.size() > 1)) {
            weight -= ring.removeFirst().weight();
        }
    }

    /// @param after the `next` of the page before, of this tap or another
    TapPage page(String after) {
        boolean anew = !after.startsWith(name);
        long seen = anew ? 0 : number(after.substring(name.length()));
        View view = since(seen);
        List<TappedMessage> messages = written(view.newest());
        return new TapPage(anew, messages, view.last() - seen - messages.size(), name + view.last());
    }

    private static long number(String digits) {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException malformed) {
            throw new IllegalArgumentException("after is the next of a page", malformed);
        }
    }

    private record View(List<Seen> newest, long last) {}

    /// The newest first.
    private synchronized View since(long seen) {
        if (seen < 0 || seen > last) {
            throw new IllegalArgumentException("after is the next of a page");
        }
        var newest = new ArrayList<Seen>();
        for (var all = ring.descendingIterator(); all.hasNext() && newest.size() < TapPage.MOST_MESSAGES; ) {
            Seen one = all.next();
            if (one.number() <= seen) {
                break;
            }
            newest.add(one);
        }
        return new View(newest, last);
    }

    /// As many of the newest as a page has room for, oldest first.
    private static List<TappedMessage> written(List<Seen> newest) {
        var written = new ArrayList<TappedMessage>();
        long bytes = 0;
        for (Seen one : newest) {
            TappedMessage message = Excerpt.of(one.message(), one.at(), one.injected());
            bytes += Json.write(message).length;
            if (bytes > TapPage.MOST_BYTES) {
                break;
            }
            written.add(message);
        }
        return written.reversed();
    }
}
