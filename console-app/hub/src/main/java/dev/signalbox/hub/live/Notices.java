// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.live;

import dev.signalbox.protocol.report.LogLevel;
import dev.signalbox.protocol.report.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the hub has to say about those who talk to it: in its log and in the operators'. The same about the same one is
/// said once in ten minutes, however often it tries.
public final class Notices {
    private static final Logger LOG = LoggerFactory.getLogger("hub");
    private static final Duration SILENCE = Duration.ofMinutes(10);
    private static final int REMEMBERED = 10_000;

    private final LogFeed feed;
    private final Clock clock;
    private final Map<String, Instant> said = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > REMEMBERED;
        }
    };

    public Notices(LogFeed feed, Clock clock) {
        this.feed = feed;
        this.clock = clock;
    }

    /// @param about who it is about, such as `device pump-1 from 10.0.0.7`
    public void refused(String about, Problem problem) {
        if (isNews(about + " " + problem.code())) {
            String sentence = "Refused " + about + ": " + problem;
            LOG.warn(sentence);
            feed.say(LogLevel.WARNING, sentence);
        }
    }

    /// Something of the hub's own went wrong.
    public void failed(Problem problem) {
        if (isNews(problem.code())) {
            LOG.error(problem.toString());
            feed.say(LogLevel.ERROR, problem.toString());
        }
    }

    /// Something happened that operators asked for; said each time.
    public void happened(LogLevel level, String sentence) {
        LOG.info(sentence);
        feed.say(level, sentence);
    }

    private synchronized boolean isNews(String what) {
        Instant now = clock.instant();
        Instant before = said.get(what);
        if (before != null && before.plus(SILENCE).isAfter(now)) {
            return false;
        }
        said.remove(what);
        said.put(what, now);
        return true;
    }
}
