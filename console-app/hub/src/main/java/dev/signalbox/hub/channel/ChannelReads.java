// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.channel;

import dev.signalbox.hub.store.StoredConsumerToken;
import dev.signalbox.hub.stream.StreamReader;
import dev.signalbox.hub.stream.StreamReader.Watching;
import dev.signalbox.protocol.codec.ProblemException;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/// Reads channels for programs. One who finds nothing may wait for the next message, and holds no thread meanwhile.
public final class ChannelReads {
    private final StreamReader reader;
    private final LongConsumer known;
    private final ConsumerTokens tokens;
    private final Executor blocking;
    private final PageFilling filling;
    private final Slots slots = new Slots();

    /// @param known throws ProblemException for a channel that there is not
    /// @param blocking for work that waits for the disk
    public ChannelReads(StreamReader reader, LongConsumer known, ConsumerTokens tokens, Executor blocking) {
        this.reader = reader;
        this.known = known;
        this.tokens = tokens;
        this.blocking = blocking;
        this.filling = new PageFilling(reader);
    }

    /// Reads, and moves the token's mark before, where that is asked for. Waits for the disk; what it returns ends
    /// when there are messages or the program has waited long enough. To be cancelled when the program has left.
    /// Fails with a ProblemException.
    ///
    /// @param taken ends when the program has got its answer or has left; until then it counts among its readings
    public CompletableFuture<ChannelPage> read(
            StoredConsumerToken token, ChannelRequest asked, CompletableFuture<?> taken) {
        allow(token, asked.channel());
        var answer = new CompletableFuture<ChannelPage>();
        Runnable ended = slots.take(token.digest(), asked.channel());
        var _ = taken.whenComplete((_, _) -> ended.run());
        try {
            begin(token, asked, answer);
        } catch (RuntimeException failed) {
            answer.completeExceptionally(failed);
        }
        return answer;
    }

    /// The whole payload of a message. To be closed.
    public InputStream payload(StoredConsumerToken token, long channel, long key) {
        allow(token, channel);
        known.accept(channel);
        return reader.payload(channel, key);
    }

    private static void allow(StoredConsumerToken token, long channel) {
        if (!token.mayRead(channel)) {
            throw new ProblemException(ChannelProblems.notItsChannel(channel));
        }
    }

    private void begin(StoredConsumerToken token, ChannelRequest asked, CompletableFuture<ChannelPage> answer) {
        known.accept(asked.channel());
        tokens.used(token);
        long from = Math.max(asked.from(), moved(token, asked));
        ChannelPage page = filling.fill(asked, from);
        if (page.messages().isEmpty() && !asked.patience().isZero()) {
            await(token, asked, page, answer);
        } else {
            answer.complete(page);
        }
    }

    /// Where the token's mark stands, after it was moved if that is asked for. Nobody can be done with what has not
    /// come yet.
    private long moved(StoredConsumerToken token, ChannelRequest asked) {
        long mark = tokens.mark(token, asked.channel(), () -> reader.nextKey(asked.channel()));
        long done = asked.delete() ? Math.min(asked.from(), reader.nextKey(asked.channel())) : 0;
        if (done <= mark) {
            return mark;
        }
        tokens.raise(token, asked.channel(), done);
        return done;
    }

    private void await(
            StoredConsumerToken token,
            ChannelRequest asked,
            ChannelPage nothing,
            CompletableFuture<ChannelPage> answer) {
        var heard = new CompletableFuture<Boolean>();
        Watching watching = reader.watch(asked.channel(), nothing.nextKey(), () -> heard.complete(true));
        var _ = answer.whenComplete((_, _) -> heard.complete(false));
        var _ = heard.completeOnTimeout(false, asked.patience().toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((_, _) -> watching.close())
                .thenApplyAsync(came -> came ? again(token, asked, nothing.nextKey()) : nothing, blocking)
                .whenComplete((page, failure) -> {
                    if (failure == null) {
                        answer.complete(page);
                    } else {
                        answer.completeExceptionally(failure);
                    }
                });
    }

    /// One whose token was taken away while he waited gets nothing.
    private ChannelPage again(StoredConsumerToken token, ChannelRequest asked, long from) {
        if (tokens.find(token.digest()).isEmpty()) {
            throw new ProblemException(ChannelProblems.unauthorised());
        }
        return filling.fill(asked, from);
    }
}
