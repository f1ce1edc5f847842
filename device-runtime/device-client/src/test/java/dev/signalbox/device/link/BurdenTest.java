// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BurdenTest {
    private static final LinkTiming AT_ONCE = new LinkTiming(Duration.ZERO, Duration.ZERO, Duration.ZERO);

    @Test
    void whatIsHeavyIsATooLargePartOfTheKeepAliveOnASlowLine() {
        assertThat(LinkTiming.USUAL.isHeavy(30_000)).isFalse();
        assertThat(LinkTiming.USUAL.isHeavy(30_001)).isTrue();
        assertThat(LinkTiming.USUAL.patient().isHeavy(90_000)).isFalse();
    }

    @Test
    void aHeavyOneThatIsUnderWayForTooLongIsTooMuchUntilItIsThere() {
        var burden = new Burden(AT_ONCE);
        assertThat(burden.isTooMuch()).isFalse();
        burden.sent(1);
        assertThat(burden.isTooMuch()).isTrue();
        assertThat(burden.isRelieved()).isFalse();
        burden.acknowledged(1);
        assertThat(burden.isTooMuch()).isFalse();
        assertThat(burden.isRelieved()).isTrue();
    }

    @Test
    void aLightOneIsNoBurden() {
        var burden = new Burden(LinkTiming.USUAL);
        burden.sent(1_000);
        assertThat(burden.isTooMuch()).isFalse();
        burden.acknowledged(1_000);
        assertThat(burden.isRelieved()).isFalse();
    }

    @Test
    void patienceCoversTheLargestMessageAndNeverShortensTheKeepAlive() {
        Duration longest =
                LinkTiming.USUAL.patient().keepAlive().multipliedBy(3).dividedBy(2);
        assertThat(longest).isGreaterThan(Duration.ofSeconds(295));
        var relaxed = LinkTiming.USUAL.withKeepAlive(Duration.ofMinutes(10));
        assertThat(relaxed.patient()).isEqualTo(relaxed);
    }

    @Test
    void aKeepAliveThatNoHubTakesIsRefused() {
        assertThatThrownBy(() -> LinkTiming.USUAL.withKeepAlive(Duration.ofSeconds(4)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LinkTiming.USUAL.withKeepAlive(Duration.ofHours(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
