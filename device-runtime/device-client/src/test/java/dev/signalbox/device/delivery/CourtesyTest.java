// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.device.message.OutboxLimits;
import dev.signalbox.device.outbox.NewMessage;
import dev.signalbox.device.outbox.Outbox;
import dev.signalbox.protocol.identity.DeviceId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CourtesyTest {
    private final AtomicBoolean owed = new AtomicBoolean(true);

    @Test
    void aLargeMessageWaitsUntilTheAnswerIsOnItsWayAndASmallOneDoesNot(@TempDir Path folder) {
        List<Integer> sent = new ArrayList<>();
        try (var outbox = Outbox.open(folder, OutboxLimits.USUAL)) {
            outbox.put(NewMessage.of(new byte[0], new byte[100]));
            outbox.put(NewMessage.of(new byte[0], new byte[200_000]));
            var lane = new OutboxLane(new DeviceId("pump"), outbox, Uploads.none(), owed::get);
            lane.pump((topic, payload, quality, taken) -> {
                sent.add(payload.length);
                taken.run();
            });
            assertThat(sent).containsExactly(100);
            owed.set(false);
            lane.pump((topic, payload, quality, taken) -> sent.add(payload.length));
            assertThat(sent).containsExactly(100, 200_000);
        }
    }

    @Test
    void itWaitsForTenSecondsAtMostAndTheNextOneAnew() {
        var now = new AtomicLong(Long.MAX_VALUE - 5);
        var courtesy = new Courtesy(owed::get, now::get);
        assertThat(courtesy.lets()).isFalse();
        now.addAndGet(Duration.ofSeconds(9).toNanos());
        assertThat(courtesy.lets()).isFalse();
        now.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(courtesy.lets()).isTrue();
        courtesy.went();
        assertThat(courtesy.lets()).isFalse();
        owed.set(false);
        assertThat(courtesy.lets()).isTrue();
    }
}
