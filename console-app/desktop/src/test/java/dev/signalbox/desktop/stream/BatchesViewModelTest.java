// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.desks.StreamsInMemory;
import dev.signalbox.desktop.kit.OnFx;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchesViewModelTest {
    private final StreamsInMemory hub = new StreamsInMemory();
    private final BatchesViewModel model = new BatchesViewModel(hub, OnFx.atOnce(), 3);

    @TempDir
    Path folder;

    @BeforeEach
    void thereAreBatches() {
        SampleStreams.batches().forEach(hub::has);
        model.begin(2);
        model.look();
    }

    @Test
    void theyComeAPageAtATime() {
        assertThat(model.rows()).hasSize(3);
        assertThat(model.hasMore().get()).isTrue();
        model.personWantsMore();
        assertThat(model.rows()).extracting(BatchRow::isOpen).containsExactly(false, true, false, true);
        assertThat(model.hasMore().get()).isFalse();
    }

    @Test
    void theyAreNarrowedToADevice() {
        model.device().set("press-0417");
        model.personNarrows();
        assertThat(model.rows()).extracting(BatchRow::name).containsExactly("2026-11-21-shift-1", "2026-11-21-shift-2");
        model.device().set("a b");
        model.personNarrows();
        assertThat(model.asking().problem().get()).isPresent();
        assertThat(model.rows()).hasSize(2);
    }

    @Test
    void oneIsSavedJoinedAsSomebodyWants() {
        BatchRow row = model.rows().getFirst();
        assertThat(row.fileName()).isEqualTo("press-0417-2026-11-21-shift-1.txt");
        Path file = folder.resolve(row.fileName());
        model.personDownloads(row, file);
        model.join().set(Join.WITH_NEW_LINES);
        model.personDownloads(row, file);
        assertThat(file).hasContent("one\ntwo\n");
        assertThat(hub.calls)
                .containsExactly(
                        "batch 2/2026-11-21-shift-1 as the stream says", "batch 2/2026-11-21-shift-1 WITH_NEW_LINES");
    }
}
