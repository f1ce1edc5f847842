// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DotNetDurationsTest {
    @ParameterizedTest
    @CsvSource({
        "PT0S, 00:00:00",
        "PT719H59M58S, 29.23:59:58",
        "PT24H, 1.00:00:00",
        "PT59M59S, 00:59:59",
        "PT1.5S, 00:00:01.5000000",
        "PT0.0000001S, 00:00:00.0000001",
        "-PT36H, -1.12:00:00"
    })
    void whatIsWrittenIsReadAgain(Duration duration, String text) {
        assertThat(DotNetDurations.write(duration)).isEqualTo(text);
        assertThat(DotNetDurations.read(text)).isEqualTo(duration);
    }

    @Test
    void otherPlatformsLeaveNoughtsOut() {
        assertThat(DotNetDurations.read("1:2:3.25")).isEqualTo(Duration.parse("PT1H2M3.25S"));
        assertThat(DotNetDurations.read("0.00:00:00")).isZero();
    }

    @Test
    void whatIsFinerThanATickIsLeftOut() {
        assertThat(DotNetDurations.write(Duration.ofNanos(199))).isEqualTo("00:00:00.0000001");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "5", "5:00", "PT5M", "1.2.3:4:5", "00:00:00.", "00:00:00.12345678", "--1:00:00", "1 :0:0"})
    void whatIsNoneIsRefused(String text) {
        assertThatThrownBy(() -> DotNetDurations.read(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
