// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.endtoend.fault;

import java.time.Duration;

/// What a network is like between a device and its hub, the same in both directions.
///
/// @param bytesPerSecond what it carries
/// @param delay from one end to the other, more or less a tenth
/// @param lossPercent how many in a hundred segments it loses
/// @param resending how much later a lost segment comes: TCP notices and sends it again
/// @param stall how long it carries nothing, each time
/// @param betweenStalls how long it then works; zero for no stalls
record Weather(
        int bytesPerSecond,
        Duration delay,
        int lossPercent,
        Duration resending,
        Duration stall,
        Duration betweenStalls) {
    /// 600 ms there and back, two segments of a hundred lost.
    static final Weather SATELLITE = steady(64_000, 300).losing(2, 800);

    /// One segment of ten lost.
    static final Weather LOSSY = steady(64_000, 20).losing(10, 240);

    static final Weather THIRD_GENERATION = steady(48_000, 75).losing(1, 350);

    /// 1 KB a second.
    static final Weather CRAWLING = steady(1_000, 100);

    static final Weather STALLING =
            new Weather(32_000, Duration.ofMillis(30), 0, Duration.ZERO, Duration.ofSeconds(2), Duration.ofSeconds(3));

    static final Weather FAIR = steady(256_000, 20);

    private static Weather steady(int bytesPerSecond, int delayMillis) {
        return new Weather(
                bytesPerSecond, Duration.ofMillis(delayMillis), 0, Duration.ZERO, Duration.ZERO, Duration.ZERO);
    }

    private Weather losing(int percent, int resendingMillis) {
        return new Weather(bytesPerSecond, delay, percent, Duration.ofMillis(resendingMillis), stall, betweenStalls);
    }

    long nanosFor(int bytes) {
        return bytes * 1_000_000_000L / bytesPerSecond;
    }
}
