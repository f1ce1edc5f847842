// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

import java.util.function.Function;

/// Knows which message of the log belongs where.
public interface StreamIndex extends AutoCloseable {
    /// Reads a consistent picture.
    <T> T read(Function<IndexRecords, T> reading);

    /// Does the work in one transaction and returns once it is durable. An exception undoes all of it. The work may be
    /// run again before it is committed, so it must change nothing but the records.
    <T> T commit(Function<IndexRecords, T> work);

    @Override
    void close();
}
