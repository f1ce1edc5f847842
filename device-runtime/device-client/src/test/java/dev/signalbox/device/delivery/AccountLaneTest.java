// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.report.Account;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccountLaneTest {
    private final List<Account> told = new ArrayList<>();
    private final List<String> topics = new ArrayList<>();
    private final List<Integer> qualities = new ArrayList<>();
    private long nanos = Long.MAX_VALUE - 7;
    private Account books = taken(0);
    private final AccountLane lane = new AccountLane(new DeviceId("pump-1"), () -> books, () -> nanos);

    private static Account taken(long many) {
        return new Account(many, 0, many, 0, 0, 0, 0, 100 * many);
    }

    @BeforeEach
    void signIn() {
        lane.signedIn();
    }

    private void after(Duration time) {
        nanos += time.toNanos();
        lane.pump((topic, payload, quality, taken) -> {
            told.add(Json.read(payload, Account.class));
            topics.add(topic);
            qualities.add(quality);
        });
    }

    @Test
    void itIsToldAtSignInAsAMessageThatIsNotAcknowledged() {
        after(Duration.ZERO);
        assertThat(told).containsExactly(taken(0));
        assertThat(topics).containsExactly("devices/pump-1/messages/events/signalbox-kind=account");
        assertThat(qualities).containsExactly(0);
    }

    @Test
    void itIsToldEveryTenSecondsAtMostAndThenTheNewest() {
        after(Duration.ZERO);
        books = taken(1);
        after(Duration.ofMillis(9_999));
        books = taken(2);
        assertThat(told).containsExactly(taken(0));
        after(Duration.ofMillis(1));
        assertThat(told).containsExactly(taken(0), taken(2));
    }

    @Test
    void nothingIsToldWhileNothingChanges() {
        after(Duration.ZERO);
        for (int minute = 0; minute < 100; minute++) {
            after(Duration.ofMinutes(1));
        }
        assertThat(told).hasSize(1);
    }

    @Test
    void aNewSignInTellsItAgain() {
        after(Duration.ZERO);
        lane.signedIn();
        after(Duration.ZERO);
        assertThat(told).containsExactly(taken(0), taken(0));
    }
}
