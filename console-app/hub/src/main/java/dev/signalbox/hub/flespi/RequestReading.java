// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.flespi;

import dev.signalbox.hub.channel.ChannelProblems;
import dev.signalbox.hub.channel.ChannelRequest;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Reads what flespi's clients ask. What they leave out is what flespi's own receiver would say; what is beyond our
/// bounds is cut to them, because a client only sees that it gets less at once.
final class RequestReading {
    private static final Duration USUAL_PATIENCE = Duration.ofSeconds(5);
    private static final long USUAL_MOST = 1000;
    private static final long USUAL_BYTES = 8 << 20;

    private RequestReading() {}

    /// @param data the parameter of that name, if there is one
    static ChannelRequest of(@Nullable String channel, @Nullable String data) {
        long number = number("channel", channel);
        ObjectNode asked = data == null ? JsonNodeFactory.instance.objectNode() : object(data);
        return new ChannelRequest(
                number,
                whole(asked, "curr_key", 0, 0, Long.MAX_VALUE),
                patience(asked.path("timeout")),
                flag(asked.path("delete")),
                (int) whole(asked, "limit_count", USUAL_MOST, 1, ChannelRequest.MOST),
                (int) whole(asked, "limit_size", USUAL_BYTES, 1, ChannelRequest.MOST_BYTES));
    }

    /// flespi's other ways to name channels, such as `all`, `1,2` and `name=x`, are refused: one key cannot say how far
    /// one has come in several of them.
    static long number(String what, @Nullable String text) {
        if (text == null || !text.matches("\\d{1,18}")) {
            throw bad("a " + what + " is one number here");
        }
        return Long.parseLong(text);
    }

    private static ObjectNode object(String data) {
        if (Json.readTree(data.getBytes(StandardCharsets.UTF_8)) instanceof ObjectNode object) {
            return object;
        }
        throw bad("data is no JSON object");
    }

    private static long whole(ObjectNode asked, String name, long usual, long least, long most) {
        JsonNode value = asked.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return usual;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < least) {
            throw bad(name + " is a whole number from " + least + " on");
        }
        return Math.min(value.longValue(), most);
    }

    private static Duration patience(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return USUAL_PATIENCE;
        }
        if (!value.isNumber() || !(value.doubleValue() >= 0)) {
            throw bad("timeout is a number of seconds from 0 on");
        }
        double seconds = Math.min(value.doubleValue(), (double) ChannelRequest.LONGEST.toSeconds());
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    private static boolean flag(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return false;
        }
        if (!value.isBoolean()) {
            throw bad("delete is true or false");
        }
        return value.booleanValue();
    }

    private static ProblemException bad(String why) {
        return new ProblemException(ChannelProblems.badRequest(why));
    }
}
