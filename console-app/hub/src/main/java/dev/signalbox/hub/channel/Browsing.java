// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.channel;

import dev.signalbox.hub.live.MessageFeed;
import dev.signalbox.hub.stream.StreamReader;
import dev.signalbox.hub.stream.StreamReader.Keyed;
import dev.signalbox.hub.stream.StreamReader.Page;
import dev.signalbox.operator.stream.LiveMessages;
import dev.signalbox.operator.stream.MessagePage;
import dev.signalbox.operator.stream.MessageView;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// Looks through streams for operators. Waits for the disk.
public final class Browsing implements MessageFeed.Source {
    private static final int AT_ONCE = 500;
    private static final int MOST_LOOKED_AT = 20_000;
    private static final long MOST_BYTES = 4 << 20;
    private static final long MOST_BYTES_LOOKED_AT = 64 << 20;
    private static final int MOST_LIVE = 100;
    private static final long MOST_LIVE_BYTES = 128 << 10;

    private final StreamReader reader;

    public Browsing(StreamReader reader) {
        this.reader = reader;
    }

    /// What is found, until there is enough of it or enough was looked at; the page then says where to go on.
    public MessagePage page(long channel, Search search) {
        var found = new Found(search);
        Page page = reader.read(channel, search.from(), AT_ONCE, MOST_BYTES);
        while (!page.messages().isEmpty() && found.takes(page) && found.wantsMore()) {
            page = reader.read(channel, page.nextKey(), AT_ONCE, MOST_BYTES);
        }
        return new MessagePage(found.views, page.oldestKey(), found.isFull() ? found.nextKey : page.nextKey());
    }

    @Override
    public long nextKey(long channel) {
        return reader.nextKey(channel);
    }

    @Override
    public LiveMessages newest(long channel, long from, long before) {
        long begin = Math.max(from, before - MOST_LIVE);
        Page page = reader.read(channel, begin, (int) (before - begin), MOST_LIVE_BYTES);
        return new LiveMessages(
                before - from - page.messages().size(),
                page.messages().stream().map(Browsing::view).toList());
    }

    /// What one search has found so far.
    private static final class Found {
        private final Search search;
        private final List<MessageView> views = new ArrayList<>();
        private long bytes;
        private int lookedAt;
        private long bytesLookedAt;
        private long nextKey;

        Found(Search search) {
            this.search = search;
        }

        /// False if some of the page was left.
        boolean takes(Page page) {
            for (Keyed message : page.messages()) {
                if (isFull()) {
                    return false;
                }
                look(message);
            }
            return true;
        }

        private void look(Keyed message) {
            int length = message.message().payload().length;
            lookedAt++;
            bytesLookedAt += length;
            nextKey = message.key() + 1;
            if (search.finds(message.message())) {
                bytes += length;
                views.add(view(message));
            }
        }

        boolean isFull() {
            return views.size() >= search.most() || bytes >= MOST_BYTES;
        }

        boolean wantsMore() {
            return !isFull() && lookedAt < MOST_LOOKED_AT && bytesLookedAt < MOST_BYTES_LOOKED_AT;
        }
    }

    private static MessageView view(Keyed message) {
        var stored = message.message();
        return new MessageView(
                message.key(),
                stored.receivedAt(),
                stored.device(),
                stored.properties(),
                message.size(),
                Base64.getEncoder().encodeToString(stored.payload()),
                message.whole());
    }
}
