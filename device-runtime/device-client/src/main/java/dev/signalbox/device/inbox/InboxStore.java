// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.inbox;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/// Where messages from the cloud stand until they are handled: on the device's disk, written by the one thread that
/// commits. Safe for use by many threads.
public interface InboxStore {
    /// Keeps a message; ends once that is durable. One whose id was seen lately is not kept again.
    ///
    /// @param messageId the sender's id, or empty for none
    CompletableFuture<Void> keep(String messageId, byte[] bag, byte[] payload);

    /// How often the program is given a message before others may go past it.
    int GIVES_WAY_AFTER = 10;

    /// The first ones to hand over: in the order of their coming, but those tried `GIVES_WAY_AFTER` times and more
    /// stand behind all others, the least tried first. Throws ProblemException when the disk cannot be read.
    List<Arrival> waiting(int most);

    /// The program failed with it: counts one attempt more, durable or not.
    void attempted(long id);

    /// The program is done with it; ends once that is durable.
    CompletableFuture<Void> handled(long id);

    /// A message that waits. A class and no record, because it holds arrays.
    final class Arrival {
        private final long id;
        private final byte[] bag;
        private final byte[] payload;
        private final int attempts;

        public Arrival(long id, byte[] bag, byte[] payload, int attempts) {
            this.id = id;
            this.bag = bag;
            this.payload = payload;
            this.attempts = attempts;
        }

        public long id() {
            return id;
        }

        /// Its property bag as it stood in the topic, in UTF-8.
        public byte[] bag() {
            return bag;
        }

        public byte[] payload() {
            return payload;
        }

        /// How often the program was given it already.
        public int attempts() {
            return attempts;
        }
    }
}
