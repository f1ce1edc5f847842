// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.local;

import dev.signalbox.agent.log.NodeLog;
import dev.signalbox.protocol.report.LogLevel;
import dev.signalbox.protocol.report.Problem;

/// Lines of the node's log that are about an app: their step is `app/NAME`.
final class AppLog {
    /// How the source of an app's calls begins, and the destination of what is for an app.
    static final String PREFIX = "app/";

    private AppLog() {}

    static void write(NodeLog log, String app, LogLevel level, Problem problem) {
        log.write(PREFIX + app, app, level, problem.what() + " " + problem.remedy(), problem.code(), "");
    }

    static void write(NodeLog log, String app, LogLevel level, String text) {
        log.write(PREFIX + app, app, level, text, "", "");
    }
}
