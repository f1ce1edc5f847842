// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.benchmarks.flow;

import java.util.Map;

/// Three stages in a row: one makes messages, one hands them on, one reads them.
interface Row extends AutoCloseable {
    /// What each message but the last carries: frozen once and handed on as it is.
    Map<String, Object> BODY = body(false);

    /// What the last one carries.
    Map<String, Object> LAST = body(true);

    private static Map<String, Object> body(boolean last) {
        return Map.of("sensor", "pump-7", "unit", "bar", "value", 4.2, "last", last);
    }

    String spoken();

    /// Sends so many messages; returns when the last stage has read the last one.
    void carry(int messages) throws Exception;

    @Override
    void close() throws Exception;
}
