// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.live;

import dev.signalbox.hub.store.StoreProblems;
import dev.signalbox.protocol.report.LogLevel;
import dev.signalbox.protocol.report.Problem;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the hub has to say about those who talk to it: in its log and in the operators'. Who is refused is told with
/// whence and why, within bounds; see `Attempts`. No line ever holds a key, a token or what steers a terminal.
public final class Notices {
    private static final Logger LOG = LoggerFactory.getLogger("hub");

    private final LogFeed feed;
    private final Attempts refusals;
    private final Attempts failures;

    public Notices(LogFeed feed, Clock clock) {
        this.feed = feed;
        this.refusals = new Attempts(clock);
        this.failures = new Attempts(clock);
    }

    /// @param about who it is about, such as `device pump-1 from 10.0.0.7`
    public void refused(String about, Problem problem) {
        refusals.tell(about + " " + problem.code(), "Refused " + about + ": " + problem)
                .ifPresent(this::warn);
    }

    /// Something of the hub's own went wrong.
    public void failed(Problem problem) {
        failures.tell(problem.code(), problem.toString()).ifPresent(sentence -> {
            LOG.error(Printable.of(sentence));
            feed.say(LogLevel.ERROR, Printable.of(sentence));
        });
    }

    /// Something of the hub's own went wrong if it is the store's fault; any other problem is its asker's.
    public void failedIfStore(Problem problem) {
        if (StoreProblems.isOne(problem)) {
            failed(problem);
        }
    }

    /// Something happened that operators asked for; said each time.
    public void happened(LogLevel level, String sentence) {
        LOG.info(Printable.of(sentence));
        feed.say(level, Printable.of(sentence));
    }

    /// Says how many refusals were not told one by one. To be called from time to time.
    public void sayWhatWasLeftOut() {
        long many = refusals.leftOut();
        if (many > 0) {
            warn("Refused " + many + " more in the last minutes, which are not told one by one.");
        }
    }

    private void warn(String sentence) {
        LOG.warn(Printable.of(sentence));
        feed.say(LogLevel.WARNING, Printable.of(sentence));
    }
}
