// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.step;

import dev.signalbox.api.Twin;
import java.util.List;

/// One run of a service, from its start to its stop. Everything happens on the step's thread, one after the other; what
/// the author's code throws ends the run.
public interface Run {
    /// Calls the service's `start`.
    void start() throws Exception;

    /// Has the service process a message, or act on it. Says `done` to the delivery once the service is through with
    /// it, which may be later and on another thread. It may be kept back until `pause`.
    void take(Item.Delivery delivery) throws Exception;

    /// Nothing more is at hand, so what was taken and kept back goes on its way now.
    default void pause() {}

    /// The twin is this now.
    void stateUpdate(Twin twin) throws Exception;

    /// The node has signed in.
    void signedIn() throws Exception;

    /// Calls the service's `stop`. Nothing is asked of the run afterwards but what is unfinished.
    void stop() throws Exception;

    /// What was taken and not begun, in order. Asked once, when the run has ended.
    default List<Item.Delivery> unfinished() {
        return List.of();
    }

    /// What was begun, is not done and sent nothing, so that another version may do it; it may be what the run died of.
    /// Asked once, when the run has ended.
    default List<Item.Delivery> suspects() {
        return List.of();
    }
}
