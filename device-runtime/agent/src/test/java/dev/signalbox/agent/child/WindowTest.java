// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.child;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.agent.step.Item;
import dev.signalbox.api.Body;
import dev.signalbox.api.Message;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WindowTest {
    private static final int MOST = 64;

    private final Window window = new Window(true);

    @Test
    void whoWaitsTakesWhatLittleRoomThereIs() throws Exception {
        fill();
        var waiting = CompletableFuture.supplyAsync(() -> add(MOST + 1));
        assertThat(window.answered(1)).isNotNull();
        assertThat(waiting.get()).isEqualTo(MOST + 1);
    }

    @Test
    void onlyWhatTheProcessWasHandedIsSuspect() {
        fill();
        assertThat(window.suspects()).isEmpty();
        window.handed(List.of(1L, 2L), true);
        assertThat(ids(window.suspects())).containsExactly("m-1");
        assertThat(ids(window.notBegun())).hasSize(MOST - 1).startsWith("m-2", "m-3");
        window.handed(List.of(1L, 2L), false);
        assertThat(window.suspects()).isEmpty();
    }

    private void fill() {
        for (int i = 1; i <= MOST; i++) {
            assertThat(window.isFull()).isFalse();
            assertThat(add(i)).isEqualTo(i);
        }
        assertThat(window.isFull()).isTrue();
    }

    private long add(int number) {
        var message = new Message("m-" + number, Instant.EPOCH, "f/s", Map.of(), Body.of(number));
        try {
            return window.add(Item.Delivery.process(message, Optional.empty()));
        } catch (InterruptedException never) {
            throw new IllegalStateException(never);
        }
    }

    private static Stream<String> ids(List<Item.Delivery> deliveries) {
        return deliveries.stream().map(delivery -> delivery.message().id());
    }
}
