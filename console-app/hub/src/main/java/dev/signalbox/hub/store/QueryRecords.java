// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

import dev.signalbox.protocol.identity.ClientId;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.query.Query;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// Answers queries without reading all there is. A device or module is seen as its `TwinDocument` says. TOP and columns
/// are left to the caller.
public interface QueryRecords {
    /// Notes whether a device or module is connected; one that is not known is no matter.
    void setConnected(ClientId id, boolean connected);

    /// The devices or modules that match, those after a position, in the order asked for; if none is, in one that does
    /// not change while devices come and go.
    ///
    /// @param most how many at most
    List<Found> find(Query query, Position after, int most);

    /// The devices of jobs that match, as `find`. If no order is asked for, they come job by job, oldest first.
    List<FoundInJob> findInJobs(Query query, Position after, int most);

    /// The rows of a grouped query, in the order asked for and then that of their keys.
    ///
    /// @param skip how many rows to leave out
    List<ObjectNode> groups(Query query, long skip, int most);

    /// Where a row stands among all that match.
    ///
    /// @param number 0 before the first
    /// @param device tells rows of the same number apart; may be empty
    record Position(long number, String device) {
        public static final Position START = new Position(0, "");

        /// Where the number says all.
        public static Position at(long number) {
            return new Position(number, "");
        }
    }

    /// A device or module that matches.
    record Found(Position position, ClientId id, boolean connected) {}

    /// A device of a job that matches.
    record FoundInJob(Position position, String job, DeviceId device) {}
}
