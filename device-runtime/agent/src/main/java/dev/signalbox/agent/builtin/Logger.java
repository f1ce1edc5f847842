// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.builtin;

import dev.signalbox.agent.log.NodeLog;
import dev.signalbox.protocol.report.LogLevel;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// `logger`: lines on the console. An error may be a text, or an object with `fault_code`, `description` and
/// `fault_description`; so may be a tracking record, of which a text is ignored, as it always was.
final class Logger implements Builtin {
    private final NodeLog log;

    Logger(NodeLog log) {
        this.log = log;
    }

    @Override
    public boolean act(Call call) {
        switch (call.action()) {
            case "_debug" -> write(call, LogLevel.DEBUG);
            case "_warning" -> write(call, LogLevel.WARNING);
            case "_error" -> write(call, LogLevel.ERROR);
            case "_track" -> track(call);
            case "_change_debug" -> warn(call, "Lines are always sent; who looks at them filters");
            default -> {
                return false;
            }
        }
        return true;
    }

    private void track(Call call) {
        if (call.member("fault_code") != null) {
            write(call, LogLevel.ERROR);
        } else if (call.member("description") != null) {
            write(call, LogLevel.DEBUG);
        }
    }

    private void write(Call call, LogLevel level) {
        String text = Objects.requireNonNullElseGet(call.member("description"), call::text);
        write(call, level, text, orEmpty(call.member("fault_code")), orEmpty(call.member("fault_description")));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /// A line of the node's own about a call.
    void warn(Call call, String text) {
        write(call, LogLevel.WARNING, text, "", "");
    }

    private void write(Call call, LogLevel level, String text, String code, String description) {
        log.write(call.from().address().toString(), call.from().service(), level, text, code, description);
    }
}
