// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.guard;

import dev.signalbox.agent.step.StepHost;
import dev.signalbox.protocol.report.Problem;
import java.util.Optional;

/// What the node stops a service for. Fault codes from 90020 up.
final class GuardProblems {
    private static final long MEGABYTE = 1_000_000;

    private GuardProblems() {}

    /// @param allocated bytes since there was room
    static Problem tookTheMemory(StepHost step, Heap.Filling filling, long allocated) {
        return new Problem(
                "90020",
                "The node's memory was full, " + megabytes(filling.used()) + " of " + megabytes(filling.most())
                        + " MB after a collection, and " + step.service() + " had allocated most of late, "
                        + megabytes(allocated) + " MB; it was stopped" + at(step.line()) + ".",
                "Have it keep less, or give the node more memory.");
    }

    static Problem nothingHelps(Heap.Filling filling) {
        return new Problem(
                "90021",
                "The node's memory stays full, " + megabytes(filling.used()) + " of " + megabytes(filling.most())
                        + " MB, whichever service is stopped.",
                "Have the services keep less, or give the node more memory.");
    }

    static Problem processTooLarge(StepHost step, long resident) {
        return new Problem(
                "90022",
                "The process of " + step.service() + " had " + megabytes(resident) + " MB of memory, more than its "
                        + megabytes(step.plan().memoryBytes()) + " MB, and was ended.",
                "Have it keep less, or give it a property memoryMegabytes with what it needs, 0 for any.");
    }

    static Problem tooManyThreads(StepHost step, int threads) {
        return new Problem(
                "90023",
                step.service() + " had " + threads + " threads, more than the " + Holdings.MOST_THREADS
                        + " a step may have, and was stopped.",
                "End threads when they are done, or use an executor with a bound.");
    }

    static Problem tooMuchOpen(StepHost step, int open) {
        return new Problem(
                "90024",
                step.service() + " held " + open + " files, sockets or threads open, more than the "
                        + Holdings.MOST_OPEN + " a step may have, and was stopped.",
                "Close what it opens, best by try-with-resources.");
    }

    /// @param who each thread that waits, at which line, for which lock
    static Problem deadlock(String who) {
        return new Problem(
                "90025",
                "Threads wait for each other for ever: " + who + ".",
                "Have all threads take the locks in the same order, or wait with tryLock.");
    }

    static Problem restarting(Problem why) {
        return new Problem(
                "90026",
                "The node starts anew, because something in it cannot be stopped. " + why.what(),
                why.remedy() + " The step stays in quarantine until a release changes it or somebody restarts it.");
    }

    static Problem stuck(String what) {
        return new Problem(
                "90027",
                "The node starts anew, because " + what + " has made no progress for too long.",
                "Tell the makers what the file threads.txt in its data folder says.");
    }

    private static String at(Optional<String> line) {
        return line.map(known -> " at " + known).orElse("");
    }

    private static long megabytes(long bytes) {
        return bytes / MEGABYTE;
    }
}
