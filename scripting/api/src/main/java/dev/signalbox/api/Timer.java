// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.api;

/// Something that will happen later, or again and again. Ends by itself with the service.
public interface Timer extends AutoCloseable {
    /// Stops it; a run under way is finished. May be called more than once, from any thread.
    @Override
    void close();
}
