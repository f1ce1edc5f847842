// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.packages;

import dev.signalbox.protocol.release.LockedPackage;
import dev.signalbox.protocol.release.ReleaseManifest;
import dev.signalbox.protocol.report.Problem;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.aether.transfer.AbstractTransferListener;
import org.eclipse.aether.transfer.TransferCancelledException;
import org.eclipse.aether.transfer.TransferEvent;
import org.jspecify.annotations.Nullable;

/// How much one question may fetch; what goes beyond is broken off, and the question is refused. Thread-safe, because
/// several files come at a time.
final class FetchBounds extends AbstractTransferListener {
    /// Files of one question, with the descriptions of packages and of what those build on.
    static final int MOST_FILES = 3_000;

    static final Duration LONGEST = Duration.ofMinutes(5);

    private static final long MOST_DESCRIPTION = 4L << 20;

    private final int mostFiles;
    private final long end = System.nanoTime() + LONGEST.toNanos();
    private final AtomicInteger files = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();
    private volatile @Nullable Problem exceeded;

    FetchBounds(int mostFiles) {
        this.mostFiles = mostFiles;
    }

    @Override
    public void transferInitiated(TransferEvent event) throws TransferCancelledException {
        require(files.incrementAndGet() <= mostFiles, "more than " + mostFiles + " files");
        inTime();
    }

    @Override
    public void transferProgressed(TransferEvent event) throws TransferCancelledException {
        String name = event.getResource().getResourceName();
        long most = name.endsWith(".jar") ? LockedPackage.MOST_BYTES : MOST_DESCRIPTION;
        require(event.getTransferredBytes() <= most, "more than " + most + " bytes of " + name);
        long all = bytes.addAndGet(event.getDataLength());
        require(
                all <= ReleaseManifest.Service.MOST_PACKAGE_BYTES,
                "more than " + ReleaseManifest.Service.MOST_PACKAGE_BYTES + " bytes");
        inTime();
    }

    private void inTime() throws TransferCancelledException {
        require(System.nanoTime() - end < 0, "more than " + LONGEST.toMinutes() + " minutes");
    }

    private void require(boolean holds, String much) throws TransferCancelledException {
        if (!holds && exceeded == null) {
            exceeded = PackageProblems.tooMuch(much);
        }
        if (exceeded != null) {
            throw new TransferCancelledException(much);
        }
    }

    /// Which bound ended it, when one did.
    Optional<Problem> exceeded() {
        return Optional.ofNullable(exceeded);
    }
}
