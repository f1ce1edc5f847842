// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.device.pretend.MemoryInbox;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.topic.FromHub;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class InboxLaneTest {
    private final MemoryInbox store = new MemoryInbox();
    private final AtomicInteger told = new AtomicInteger();
    private final InboxLane lane = new InboxLane(new DeviceId("pump-1"), store, told::incrementAndGet);

    private CompletableFuture<?> arrives(String id) {
        return lane.arrived(new FromHub.CloudMessage(Map.of("$.mid", id, "unit", "bar & co")), new byte[] {1});
    }

    @Test
    void aMessageIsSafeOnceItIsOnTheDisk() {
        assertThat(arrives("a")).isCompleted();
        assertThat(told).hasValue(1);
        assertThat(store.waiting(9)).hasSize(1);
    }

    @Test
    void aRepeatIsSafeAndNotKeptTwice() {
        arrives("a");
        assertThat(arrives("a")).isCompleted();
        assertThat(store.waiting(9)).hasSize(1);
    }

    @Test
    void anotherMessageThatBearsTheSameIdIsKept() {
        arrives("a");
        var other = new FromHub.CloudMessage(Map.of("$.mid", "a", "unit", "bar & co"));
        assertThat(lane.arrived(other, new byte[] {2})).isCompleted();
        assertThat(store.waiting(9)).extracting(arrival -> arrival.payload()[0]).containsExactly((byte) 1, (byte) 2);
    }

    @Test
    void whatTheDiskDoesNotTakeIsNotSafeAndThoseBehindItWait() {
        store.full = true;
        var first = arrives("a");
        store.full = false;
        var second = arrives("b");
        assertThat(first).isNotDone();
        assertThat(second).isNotDone();
        assertThat(store.waiting(9)).isEmpty();
        lane.lost();
        assertThat(arrives("a")).isCompleted();
        assertThat(arrives("b")).isCompleted();
    }

    @Test
    void theDiskIsAskedAgainInAWhile() {
        var eager = new InboxLane(new DeviceId("pump-1"), store, told::incrementAndGet, Duration.ZERO);
        store.full = true;
        var first = eager.arrived(new FromHub.CloudMessage(Map.of("$.mid", "a")), new byte[] {1});
        store.full = false;
        var second = eager.arrived(new FromHub.CloudMessage(Map.of("$.mid", "b")), new byte[] {2});
        eager.pump((topic, payload, quality, taken) -> {});
        assertThat(first).isCompleted();
        assertThat(second).isCompleted();
        assertThat(store.waiting(9)).extracting(arrival -> arrival.payload()[0]).containsExactly((byte) 1, (byte) 2);
    }

    @Test
    void otherMessagesAreNoneOfItsBusiness() {
        assertThat(lane.arrived(new FromHub.DesiredPatch(4), new byte[0])).isCompleted();
        assertThat(store.waiting(9)).isEmpty();
    }
}
