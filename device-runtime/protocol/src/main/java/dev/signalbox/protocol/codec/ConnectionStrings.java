// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.codec;

import dev.signalbox.protocol.identity.ConnectionString;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.report.Problem;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Reads and writes a device's connection string; fields in any order, values may hold `=`.
public final class ConnectionStrings {
    private ConnectionStrings() {}

    public static ConnectionString read(String text) {
        Map<String, String> fields = new HashMap<>();
        for (String field : text.strip().split(";", 32)) {
            int equals = field.indexOf('=');
            if (equals > 0) {
                fields.put(
                        field.substring(0, equals).strip(),
                        field.substring(equals + 1).strip());
            }
        }
        Optional<String> signature =
                Optional.ofNullable(fields.get("SharedAccessSignature")).filter(given -> !given.isEmpty());
        return new ConnectionString(
                need(fields, "HostName"),
                new DeviceId(need(fields, "DeviceId")),
                signature.isPresent() ? "" : need(fields, "SharedAccessKey"),
                signature);
    }

    public static String write(ConnectionString of) {
        String secret = of.signature()
                .map(signature -> "SharedAccessSignature=" + signature)
                .orElse("SharedAccessKey=" + of.sharedAccessKey());
        return "HostName=" + of.host() + ";DeviceId=" + of.deviceId() + ";" + secret;
    }

    private static String need(Map<String, String> fields, String name) {
        String value = fields.get(name);
        if (value == null || value.isEmpty()) {
            throw new ProblemException(new Problem(
                    "identity.connection-string-incomplete",
                    "The connection string has no " + name + ".",
                    "Copy it whole: HostName=...;DeviceId=...;SharedAccessKey=..."));
        }
        return value;
    }
}
