// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.local;

import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.local.FromApp;
import dev.signalbox.protocol.report.LogLevel;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.protocol.stream.StreamProperty;
import dev.signalbox.protocol.topic.Reserved;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/// Brings messages of apps into the node's outbox. While it takes none the app waits, and nothing is lost.
final class Messages {
    private static final long RETRY_MILLIS = 50;
    /// The outbox is gone: the node ends.
    private static final Set<String> FINAL = Set.of("outbox.closed", "outbox.failed");

    private final Surroundings around;

    Messages(Surroundings around) {
        this.around = around;
    }

    /// Returns true when the message is on disk, or can never be; false when the node ends.
    boolean take(FromApp.Data data, BooleanSupplier ending) throws InterruptedException {
        byte[] payload = Json.write(data.payload());
        Map<String, String> properties = properties(data);
        boolean told = false;
        while (!ending.getAsBoolean()) {
            try {
                around.intake().put(payload, properties);
                return true;
            } catch (ProblemException refused) {
                Problem why = refused.problem();
                if (why.code().startsWith("message.")) {
                    say(data.app(), LocalProblems.refused(data.app(), why));
                    return true;
                }
                if (FINAL.contains(why.code())) {
                    return false;
                }
                if (!told) {
                    say(data.app(), LocalProblems.waits(data.app(), why));
                    told = true;
                }
                Thread.sleep(RETRY_MILLIS);
            }
        }
        return false;
    }

    private void say(String app, Problem problem) {
        AppLog.write(around.log(), app, LogLevel.ERROR, problem);
    }

    private static Map<String, String> properties(FromApp.Data data) {
        var properties = new LinkedHashMap<String, String>();
        int slash = data.channel().indexOf('/');
        put(properties, StreamProperty.GROUP, slash < 0 ? "" : data.channel().substring(0, slash));
        put(properties, StreamProperty.STREAM, data.channel().substring(slash + 1));
        put(properties, StreamProperty.MESSAGE, data.id());
        properties.put(Reserved.APP.wireName(), data.app());
        return properties;
    }

    private static void put(Map<String, String> properties, StreamProperty property, String value) {
        if (!value.isEmpty()) {
            properties.put(property.wireName(), value);
        }
    }
}
