// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.isolated.host;

import dev.signalbox.api.Body;
import dev.signalbox.api.Message;
import dev.signalbox.api.Twin;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One line of what node and process say to each other: an object with an operation and members. Used
/// by one thread at a time.
final class Line {
    private final Map<String, @Nullable Object> members;

    Line(Map<String, @Nullable Object> members) {
        this.members = members;
    }

    static Line op(String op) {
        return new Line(new LinkedHashMap<>()).with("op", op);
    }

    Line with(String name, @Nullable Object value) {
        members.put(name, value);
        return this;
    }

    /// Bytes go as such, all else as JSON.
    Line with(Body body) {
        return body.isBytes()
                ? with("bytes", Base64.getEncoder().encodeToString(body.asBytes()))
                : with("body", body.raw());
    }

    String op() {
        return text("op");
    }

    boolean has(String name) {
        return members.get(name) != null;
    }

    /// Empty when there is none.
    String text(String name) {
        Object value = members.get(name);
        return value == null ? "" : value.toString();
    }

    /// 0 when there is none.
    long number(String name) {
        return members.get(name) instanceof Number number ? number.longValue() : 0;
    }

    /// Empty when there is none.
    Line object(String name) {
        var inner = new LinkedHashMap<String, @Nullable Object>();
        if (members.get(name) instanceof Map<?, ?> map) {
            map.forEach((key, value) -> inner.put(String.valueOf(key), value));
        }
        return new Line(inner);
    }

    /// Its members as texts, without those that are null.
    Map<String, String> texts() {
        var texts = new LinkedHashMap<String, String>();
        members.forEach((name, value) -> {
            if (value != null) {
                texts.put(name, value.toString());
            }
        });
        return texts;
    }

    Map<String, @Nullable Object> members() {
        return members;
    }

    Body body() {
        return has("bytes") ? Body.of(Base64.getDecoder().decode(text("bytes"))) : Body.of(members.get("body"));
    }

    /// The message that it hands over.
    Message message() {
        return new Message(
                text("id"),
                Instant.parse(text("time")),
                text("source"),
                object("properties").texts(),
                body());
    }

    /// The twin that it tells.
    Twin twin() {
        Line desired = object("state").object("desired");
        long version = desired.number("$version");
        desired.members.remove("$version");
        return new Twin(Body.of(desired.members), version);
    }
}
