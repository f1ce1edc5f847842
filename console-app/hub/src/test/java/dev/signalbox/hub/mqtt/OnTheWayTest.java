// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OnTheWayTest {
    private final OnTheWay onTheWay = new OnTheWay(10_000);

    @Test
    void whatDoesNotFitIsRefusedAndTakesNoRoom() {
        assertThat(onTheWay.enter(5_000)).isTrue();
        assertThat(onTheWay.enter(5_000)).isFalse();
        assertThat(onTheWay.enter(2_000)).isTrue();
    }

    @Test
    void whatHasLeftMakesRoom() {
        assertThat(onTheWay.enter(8_000)).isTrue();
        onTheWay.leave(8_000);
        assertThat(onTheWay.enter(8_000)).isTrue();
    }

    @Test
    void emptyMessagesTakeRoomToo() {
        int taken = 0;
        while (onTheWay.enter(0)) {
            taken++;
        }
        assertThat(taken).isPositive().isLessThan(10);
    }
}
