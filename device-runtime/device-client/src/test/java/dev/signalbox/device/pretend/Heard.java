// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.pretend;

import dev.signalbox.device.client.DeviceListener;
import dev.signalbox.protocol.report.Problem;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.node.ObjectNode;

/// A listener that remembers what it heard, in order.
public final class Heard implements DeviceListener {
    public final BlockingQueue<Thread> signIns = new LinkedBlockingQueue<>();
    public final BlockingQueue<String> twins = new LinkedBlockingQueue<>();
    public final BlockingQueue<Problem> problems = new LinkedBlockingQueue<>();

    @Override
    public void signedIn() {
        signIns.add(Thread.currentThread());
    }

    @Override
    public void twin(ObjectNode desired, long version) {
        twins.add(version + " " + desired);
    }

    @Override
    public void disconnected(Problem why) {
        problems.add(why);
    }

    /// The next of them; fails after 60 seconds.
    public static <T> T next(BlockingQueue<T> queue) {
        try {
            T next = queue.poll(60, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("Waited 60 s in vain");
            }
            return next;
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
