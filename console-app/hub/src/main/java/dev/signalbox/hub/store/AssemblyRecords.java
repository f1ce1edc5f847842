// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Messages that come in chunks.
public interface AssemblyRecords {
    record AssemblyKey(long channel, String device, String batch, String message) {}

    /// @param begunAt when its first chunk was received, in ms since 1970
    /// @param bytes of its chunks' payloads as sent
    record Assembly(long id, AssemblyKey key, long begunAt, int parts, long bytes) {}

    /// A chunk.
    ///
    /// @param chunk its id; one that is empty is alone among its kind
    /// @param at where the message begins that brought it
    /// @param length of that message
    /// @param sum its CRC-32C
    /// @param file the uploaded file that is its payload; empty if it brought that itself
    record Part(String chunk, LogPlace at, int length, int sum, String file) {}

    /// One that is not yet whole.
    Optional<Assembly> open(AssemblyKey key);

    /// Whether one was given up before it was whole.
    boolean wasGivenUp(AssemblyKey key);

    Assembly begin(AssemblyKey key, long at);

    /// False if there is a chunk of that id.
    boolean add(Assembly to, Part part);

    /// Writes how many parts and bytes it has.
    void update(Assembly grown);

    /// It is what stands under a key.
    void finish(Assembly whole, long channel, long key);

    /// What was given up is waited for again, from a time on.
    ///
    /// @param at in ms since 1970
    void reopen(Assembly given, long at);

    /// When the first of those that are not whole was begun.
    OptionalLong firstBegun();

    /// Those that are not whole and were begun before a time, oldest first.
    List<Assembly> begunBefore(long time);

    /// What stands under a key, if it is made of chunks.
    Optional<Assembly> under(long channel, long key);

    /// Its chunks in the order in which they came, after so many.
    List<Part> parts(Assembly of, int after, int most);
}
