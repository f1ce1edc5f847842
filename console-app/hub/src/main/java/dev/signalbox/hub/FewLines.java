// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.concurrent.TimeUnit;

/// Lets sixty lines a minute through, so that nobody fills the disk by what a library says of each try.
final class FewLines extends Filter<ILoggingEvent> {
    private static final int MOST = 60;

    private long minute = System.nanoTime();
    private int lines;

    @Override
    public synchronized FilterReply decide(ILoggingEvent event) {
        long now = System.nanoTime();
        if (now - minute > TimeUnit.MINUTES.toNanos(1)) {
            minute = now;
            lines = 0;
        }
        return lines++ < MOST ? FilterReply.NEUTRAL : FilterReply.DENY;
    }
}
