// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.http;

import dev.signalbox.hub.live.Printable;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Says in words what a request is about.
final class Deeds {
    private static final Pattern BLANK = Pattern.compile(":(\\w+)|\\{(~?)(\\w+)\\}");
    private static final int LONGEST_PART = 128;

    private Deeds() {}

    /// @param words with `:id` for that part of the path, `{id}` for that member of the body, and `{~role}` for one in
    /// lower case
    static String of(String words, RoutingContext context) {
        JsonNode body = words.indexOf('{') < 0 ? Json.mapper().missingNode() : body(context);
        return BLANK.matcher(words)
                .replaceAll(blank -> Matcher.quoteReplacement(shown(
                        blank.group(1) != null
                                ? Objects.requireNonNullElse(context.pathParam(blank.group(1)), "")
                                : blank.group(2).isEmpty()
                                        ? member(body, blank.group(3))
                                        : member(body, blank.group(3)).toLowerCase(Locale.ROOT))))
                .strip();
    }

    private static JsonNode body(RoutingContext context) {
        Buffer body = context.body() == null ? null : context.body().buffer();
        try {
            return body == null ? Json.mapper().missingNode() : Json.readTree(body.getBytes());
        } catch (ProblemException malformed) {
            return Json.mapper().missingNode();
        }
    }

    private static String member(JsonNode body, String name) {
        JsonNode value = body.path(name);
        return value.isValueNode() ? value.asString("") : "";
    }

    /// Paths and bodies come from outside: nothing of them may steer a terminal or fill a disk.
    private static String shown(String part) {
        return Printable.of(part.length() <= LONGEST_PART ? part : part.substring(0, LONGEST_PART) + "…");
    }
}
