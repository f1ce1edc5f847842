// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.guard;

/// The memory that all services in the node share.
interface Heap {
    /// How full it is, in bytes.
    record Filling(long used, long most) {
        boolean above(double share) {
            return used > share * most;
        }
    }

    /// As it is now, garbage included. Costs next to nothing.
    Filling now();

    /// As it is once garbage is collected, which is done for this and stops the node for a moment.
    Filling collected();

    /// This JVM's.
    static Heap ofThisJvm() {
        Runtime jvm = Runtime.getRuntime();
        return new Heap() {
            @Override
            public Filling now() {
                return new Filling(jvm.totalMemory() - jvm.freeMemory(), jvm.maxMemory());
            }

            @Override
            public Filling collected() {
                System.gc();
                return now();
            }
        };
    }
}
