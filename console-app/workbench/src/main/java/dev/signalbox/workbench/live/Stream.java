// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.live;

import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.workbench.link.HubLink;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import okhttp3.Call;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One event stream, read on a thread of its own until it is closed. When the link breaks it waits a little longer each
/// time, up to 5 s, and goes on behind the last event it saw.
final class Stream implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Stream.class);
    private static final long FIRST_WAIT_MS = 200;
    private static final long LONGEST_WAIT_MS = 5_000;

    private final HubLink hub;
    private final String path;
    private final Listener listener;
    private final Thread thread;
    private volatile boolean closed;
    private volatile @Nullable Call call;
    private @Nullable String lastId;
    private long waitMs = FIRST_WAIT_MS;

    /// What a stream tells, on its own thread.
    interface Listener {
        void event(EventReader.Event event);

        /// @param again whether it was connected before
        default void connected(boolean again) {}

        default void lost() {}
    }

    Stream(HubLink hub, String path, Listener listener) {
        this.hub = hub;
        this.path = path;
        this.listener = listener;
        this.thread = Thread.ofVirtual().name("feed " + path).unstarted(this::run);
    }

    Stream start() {
        thread.start();
        return this;
    }

    @Override
    public void close() {
        closed = true;
        Call open = call;
        if (open != null) {
            open.cancel();
        }
        LockSupport.unpark(thread);
    }

    private void run() {
        boolean again = false;
        while (!closed) {
            again |= readOnce(again);
            if (!closed) {
                listener.lost();
                pause();
            }
        }
    }

    /// Reads until the link breaks; true if there was one.
    private boolean readOnce(boolean again) {
        Call opened = hub.stream(hub.at(path), lastId);
        call = opened;
        if (closed) {
            return false;
        }
        boolean connected = false;
        try (Response response = opened.execute()) {
            HubLink.check(response);
            connected = true;
            waitMs = FIRST_WAIT_MS;
            listener.connected(again);
            deliver(new EventReader(utf8(response), lastId));
        } catch (IOException | ProblemException broken) {
            LOG.debug("{} broke off: {}", path, broken.getMessage());
        } catch (RuntimeException listenerAtFault) {
            LOG.error("What listens to {} failed; it goes on with the next event", path, listenerAtFault);
        }
        return connected;
    }

    private static Reader utf8(Response response) {
        return new java.io.InputStreamReader(response.body().byteStream(), StandardCharsets.UTF_8);
    }

    private void deliver(EventReader events) throws IOException {
        Optional<EventReader.Event> event = events.next();
        while (event.isPresent() && !closed) {
            lastId = event.get().id();
            listener.event(event.get());
            event = events.next();
        }
    }

    private void pause() {
        long jitter = ThreadLocalRandom.current().nextLong(waitMs / 2 + 1);
        LockSupport.parkNanos((waitMs + jitter) * 1_000_000);
        waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS);
    }
}
