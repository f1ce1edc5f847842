// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/// What the hub's log says of those it refused.
final class AuditTrail extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private final List<String> refusals = new CopyOnWriteArrayList<>();
    private final List<String> accidents = new CopyOnWriteArrayList<>();

    AuditTrail() {
        start();
        log().addAppender(this);
    }

    private static Logger log() {
        return (Logger) LoggerFactory.getLogger("hub");
    }

    @Override
    protected void append(ILoggingEvent event) {
        if (event.getLevel().isGreaterOrEqual(Level.ERROR)) {
            accidents.add(event.getFormattedMessage() + " " + event.getThrowableProxy());
        } else {
            refusals.add(event.getFormattedMessage());
        }
    }

    /// Waits for a line that says whence the attempt came and why it was refused.
    void tells(String address, String code) {
        tellsOneOf(address, code);
    }

    /// The same where it is a matter of time which bound is met first.
    void tellsOneOf(String address, String... codes) {
        List<String> ends = Arrays.stream(codes).map(code -> "[" + code + "]").toList();
        Site.await(
                () -> refusals.stream()
                        .filter(line -> line.contains("from " + address + ":"))
                        .anyMatch(line -> ends.stream().anyMatch(line::endsWith)),
                () -> "No line about " + address + " and " + ends + " in " + refusals);
    }

    int lines() {
        return refusals.size();
    }

    /// No line can steer a terminal or tells a secret, and nothing happened that nobody expected.
    void isClean(String... secrets) {
        assertThat(accidents).isEmpty();
        assertThat(refusals)
                .allSatisfy(line ->
                        assertThat(line).doesNotContainPattern("\\p{Cc}").doesNotContain(secrets));
    }

    @Override
    public void close() {
        log().detachAppender(this);
    }
}
