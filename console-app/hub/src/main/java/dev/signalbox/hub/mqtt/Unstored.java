// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.mqtt;

import dev.signalbox.hub.live.Notices;
import dev.signalbox.hub.store.StoreProblems;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import io.vertx.core.Vertx;

/// What becomes of a connection a message of which was not stored. Without an acknowledgement the device keeps it. It
/// may go on hearing of its twin; after a while it must sign in again, which makes it send again all that it kept.
record Unstored(Notices notices, Vertx vertx) {
    private static final long TRY_AGAIN_MILLIS = 10_000;

    /// The store could not.
    void failed(Link link, Throwable failure) {
        boolean first = link.inOrder();
        link.stuck();
        if (first) {
            if (failure instanceof ProblemException known) {
                notices.failed(known.problem());
            }
            closeLater(link);
        }
    }

    /// It was not to be stored, and the link is stuck already. IoT Hub too ends the connection of a device that is over
    /// its quota.
    void refused(Link link, Problem why) {
        if (StoreProblems.isOne(why)) {
            notices.failed(why);
        } else {
            notices.refused(link.wire().from(), why);
        }
        closeLater(link);
    }

    private void closeLater(Link link) {
        vertx.setTimer(TRY_AGAIN_MILLIS, timer -> link.close());
    }
}
