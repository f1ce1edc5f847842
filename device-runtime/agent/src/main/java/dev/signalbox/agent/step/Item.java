// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.step;

import dev.signalbox.api.Message;
import java.util.Optional;

/// Something a step has yet to do. It names what is to be done and holds nothing of a run, so that the next run, or the
/// next version, can do it.
public sealed interface Item {
    /// What the runtime says to a service. Not bounded, and little.
    record Word(StepTask task) implements Item {}

    /// A message.
    ///
    /// @param name of the action, or the address whose event this is; empty for `process`
    /// @param completion who waits until all that the message leads to is done
    /// @param weight about how many bytes of memory it takes
    record Delivery(Kind kind, String name, Message message, Optional<Completion> completion, long weight)
            implements Item {
        private static final long OF_ITS_FRAME = 250;

        private Delivery(Kind kind, String name, Message message, Optional<Completion> completion) {
            this(kind, name, message, completion, OF_ITS_FRAME + message.body().weight());
        }

        /// For `process`.
        public static Delivery process(Message message, Optional<Completion> completion) {
            return new Delivery(Kind.PROCESS, "", message, completion);
        }

        /// For the method of that name, or `process` when there is none.
        public static Delivery action(String action, Message message, Optional<Completion> completion) {
            return new Delivery(Kind.ACTION, action, message, completion);
        }

        /// For whom the service subscribed at that address.
        public static Delivery event(String address, Message message, Optional<Completion> completion) {
            return new Delivery(Kind.EVENT, address, message, completion);
        }

        /// The service is through with it. Once, from any thread.
        public void done() {
            completion.ifPresent(Completion::arrived);
        }

        /// The service failed with it, or never got it.
        public void failed(String why) {
            completion.ifPresent(waiting -> waiting.fail(why));
        }
    }

    /// What is done with a message.
    enum Kind {
        PROCESS,
        ACTION,
        EVENT
    }
}
