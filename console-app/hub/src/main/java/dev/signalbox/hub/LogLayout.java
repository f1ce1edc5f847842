// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.filter.Filter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One line to stderr for each thing worth knowing. Laid out here and not in a file, because reading XML takes a tenth
/// of the hub's start.
final class LogLayout {
    private static final String TIME = "%d{\"yyyy-MM-dd'T'HH:mm:ss.SSS'Z'\",UTC} %-5level ";

    /// What strangers wrote stands in it.
    private static final String PRINTABLE = "%replace(%msg){'[^ -~]','?'}";

    private LogLayout() {}

    static void begin() {
        System.setProperty("vertx.logger-delegate-factory-class-name", "io.vertx.core.logging.SLF4JLogDelegateFactory");
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
            return;
        }
        context.reset();
        var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        root.addAppender(appender(context, TIME + "%msg%n"));
        // what comes before a sign-in is told by the library alone, with a stack trace that helps nobody
        var strangers = context.getLogger("io.vertx.core.net.impl.ConnectionBase");
        strangers.setAdditive(false);
        var few = appender(context, TIME + "A connection broke the rules and was closed: " + PRINTABLE + "%n%nopex");
        few.addFilter(fewLines());
        strangers.addAppender(few);
    }

    private static Filter<ILoggingEvent> fewLines() {
        var lines = new FewLines();
        lines.start();
        return lines;
    }

    private static ConsoleAppender<ILoggingEvent> appender(LoggerContext context, String pattern) {
        var encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(pattern);
        encoder.start();
        var appender = new ConsoleAppender<ILoggingEvent>();
        appender.setContext(context);
        appender.setTarget("System.err");
        appender.setEncoder(encoder);
        appender.start();
        return appender;
    }
}
