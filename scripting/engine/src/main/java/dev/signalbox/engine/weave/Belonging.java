// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.engine.weave;

import java.lang.ref.WeakReference;
import java.util.concurrent.ExecutorService;
import java.util.stream.BaseStream;
import org.jspecify.annotations.Nullable;

/// One thing a service opened. What nobody holds any more is closed by the JDK itself, so it is held weakly; executors
/// live on through their threads, so they are held until they have ended.
final class Belonging {
    private final WeakReference<Object> weak;
    private final @Nullable ExecutorService executor;
    private final String place;
    private volatile boolean closed;

    Belonging(Object held, String place) {
        this.weak = new WeakReference<>(held);
        this.executor = held instanceof ExecutorService service ? service : null;
        this.place = place;
        if (held instanceof BaseStream<?, ?> stream) {
            var _ = stream.onClose(() -> closed = true);
        }
    }

    @Nullable
    Object held() {
        return executor != null ? executor : weak.get();
    }

    String place() {
        return place;
    }

    boolean closed() {
        return closed;
    }

    void close() {
        closed = true;
    }
}
