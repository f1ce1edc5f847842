// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

/// Keeps all that is known: devices, services, flows, releases and who may manage them.
public interface RegistryStore extends AutoCloseable {
    /// Reads a consistent picture.
    <T> T read(Function<Records, T> reading);

    /// Does the work in one transaction and returns once it is durable. An exception undoes all of it. The work may be
    /// run again before it is committed, so it must change nothing but the records.
    <T> T commit(Function<Records, T> work);

    /// As `commit`, and tells what came of it before anything that is committed later is told. That is done on the
    /// committing thread, so telling must not wait for anything.
    <T> T commit(Function<Records, T> work, Consumer<T> telling);

    /// As `commit`, without waiting.
    <T> CompletableFuture<T> commitLater(Function<Records, T> work);

    @Override
    void close();
}
