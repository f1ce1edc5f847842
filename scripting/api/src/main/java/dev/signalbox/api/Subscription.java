// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.api;

/// Listening to another step's events. Ends by itself with the service.
public interface Subscription extends AutoCloseable {
    /// Stops listening. May be called more than once, from any thread.
    @Override
    void close();
}
