// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.log;

import dev.signalbox.operator.live.LogEvent;
import dev.signalbox.protocol.report.LogLevel;
import dev.signalbox.protocol.report.LogLine;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;

/// Which lines to show. All parts must hold; an empty part holds always; case does not matter.
///
/// @param node part of the node's name
/// @param service part of the service's or step's name
/// @param levels the levels shown
/// @param text part of the message, fault code or fault description
record LogFilter(String node, String service, Set<LogLevel> levels, String text) {
    static final LogFilter ALL = new LogFilter("", "", EnumSet.allOf(LogLevel.class), "");

    LogFilter {
        node = node.strip();
        service = service.strip();
        text = text.strip();
        levels = Set.copyOf(levels);
    }

    /// Reads `node=press service=Boiler level=warning too hot`: names with `=`, all other words are the text. A level
    /// means itself and what is graver.
    static LogFilter parse(String words) {
        String node = "";
        String service = "";
        Set<LogLevel> levels = EnumSet.allOf(LogLevel.class);
        List<String> text = new ArrayList<>();
        for (String word : words.replaceAll("\\s*=\\s*", "=").strip().split("\\s+")) {
            int equals = word.indexOf('=');
            String value = word.substring(equals + 1);
            switch (word.substring(0, Math.max(0, equals)).toLowerCase(Locale.ROOT)) {
                case "node" -> node = value;
                case "service" -> service = value;
                case "level" -> levels = from(value);
                default -> text.add(word);
            }
        }
        return new LogFilter(node, service, levels, String.join(" ", text));
    }

    private static Set<LogLevel> from(String name) {
        for (LogLevel level : LogLevel.values()) {
            if (!name.isEmpty() && level.name().startsWith(name.toUpperCase(Locale.ROOT))) {
                return EnumSet.range(level, LogLevel.ERROR);
            }
        }
        return EnumSet.allOf(LogLevel.class);
    }

    boolean matches(LogEvent event) {
        LogLine line = event.line();
        return levels.contains(line.level())
                && within(event.node(), node)
                && (within(line.service(), service) || within(line.step(), service))
                && (within(line.text(), text)
                        || within(line.faultCode(), text)
                        || within(line.faultDescription(), text));
    }

    boolean showsAll() {
        return equals(ALL);
    }

    LogFilter withNode(String part) {
        return new LogFilter(part, service, levels, text);
    }

    LogFilter withService(String part) {
        return new LogFilter(node, part, levels, text);
    }

    LogFilter withText(String part) {
        return new LogFilter(node, service, levels, part);
    }

    LogFilter with(LogLevel level, boolean shown) {
        Set<LogLevel> changed = EnumSet.noneOf(LogLevel.class);
        changed.addAll(levels);
        if (shown) {
            changed.add(level);
        } else {
            changed.remove(level);
        }
        return new LogFilter(node, service, changed, text);
    }

    /// As `parse` reads it.
    String words() {
        var words = new StringJoiner(" ");
        if (!node.isEmpty()) {
            words.add("node=" + node);
        }
        if (!service.isEmpty()) {
            words.add("service=" + service);
        }
        return words.add(text).toString().strip();
    }

    private static boolean within(String whole, String part) {
        int last = whole.length() - part.length();
        if (part.isEmpty()) {
            return true;
        }
        char low = Character.toLowerCase(part.charAt(0));
        char high = Character.toUpperCase(part.charAt(0));
        for (int at = 0; at <= last; at++) {
            char c = whole.charAt(at);
            if ((c == low || c == high) && whole.regionMatches(true, at, part, 0, part.length())) {
                return true;
            }
        }
        return false;
    }
}
