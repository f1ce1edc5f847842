// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.swap;

import dev.signalbox.agent.storage.Folder;
import dev.signalbox.protocol.report.Problem;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Keeps the swap state on disk.
final class Memory {
    private final Kept<SwapState> kept;
    private @Nullable Problem damage;

    /// @param accepted the highest release number that other files tell of, for when the state cannot be read
    Memory(Folder folder, SwapThread thread, LongSupplier accepted) {
        var file = new KeptFile<>(folder, "state.json", SwapState.class);
        SwapState state = file.read(this::damaged).orElse(SwapState.EMPTY);
        this.kept = new Kept<>(file, damage == null ? state : SwapState.forgotten(accepted.getAsLong()), thread);
        damage().ifPresent(thread.complaints());
    }

    private void damaged(Problem problem) {
        damage = problem;
    }

    SwapState state() {
        return kept.value();
    }

    /// Why it does not know what ran before, if so.
    Optional<Problem> damage() {
        return Optional.ofNullable(damage);
    }

    /// On disk when this returns; throws DiskRefused when the disk does not take it.
    void keep(SwapState next) {
        kept.keep(next);
    }

    /// In force when this returns, and on disk as soon as the disk takes it.
    void keepSoon(SwapState next) {
        keepSoon(next, () -> {});
    }

    /// @param onDisk done once it is on disk, unless another state overtakes it
    void keepSoon(SwapState next, Runnable onDisk) {
        kept.keepSoon(next, onDisk);
    }
}
