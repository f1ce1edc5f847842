// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.codec;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// The property bag at the end of a topic: `k=v&k=v`, percent-encoded, `$` as `%24`.
public final class PropertyBags {
    private PropertyBags() {}

    public static String write(Map<String, String> properties) {
        if (properties.isEmpty()) {
            return "";
        }
        var text = new StringBuilder();
        properties.forEach((key, value) -> text.append(text.isEmpty() ? "" : "&")
                .append(encode(key))
                .append('=')
                .append(encode(value)));
        return text.toString();
    }

    /// Reads a bag in its order; a key without `=` has the empty value. Throws IllegalArgumentException on broken
    /// percent signs.
    public static Map<String, String> read(String bag) {
        var properties = new LinkedHashMap<String, String>();
        for (String pair : bag.split("&")) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            String key = equals < 0 ? pair : pair.substring(0, equals);
            properties.put(decode(key), equals < 0 ? "" : decode(pair.substring(equals + 1)));
        }
        return properties;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String decode(String text) {
        // most have none, and are what they stand for
        return text.indexOf('%') < 0 ? text : URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
