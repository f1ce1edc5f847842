// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.engine.weave;

/// Something a service opened or started and did not close or end.
public final class Leftover {
    private final Belonging belonging;
    private final Object held;

    Leftover(Belonging belonging, Object held) {
        this.belonging = belonging;
        this.held = held;
    }

    /// The class of the thing, such as `java.io.FileInputStream`.
    public String type() {
        return held.getClass().getName();
    }

    /// Where it was made, such as `Pump.java:12`.
    public String place() {
        return belonging.place();
    }

    /// The thread's own name; otherwise the type again.
    public String name() {
        return held instanceof Thread thread ? thread.getName() : type();
    }

    /// Closes it, ends it, or interrupts it. Waits up to a second.
    ///
    /// @return whether it is closed or has ended
    public boolean close() {
        return Ending.end(belonging, held);
    }

    @Override
    public String toString() {
        return type() + " made at " + place();
    }
}
