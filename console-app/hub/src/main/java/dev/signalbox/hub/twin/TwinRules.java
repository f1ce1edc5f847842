// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.twin;

import dev.signalbox.hub.store.TwinDocument;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.topic.Reserved;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What a twin may hold, within IoT Hub's limits.
public final class TwinRules {
    private static final int LARGEST = 32 * 1024;
    private static final int DEEPEST = 10;
    private static final int LONGEST_KEY = 1024;
    private static final int LONGEST_TEXT = 4096;
    private static final long LARGEST_INTEGER = 1L << 52;

    private TwinRules() {}

    /// Refuses what is nested too deep, or has names, texts or numbers out of bounds.
    public static void check(ObjectNode part) {
        check(part, 1);
    }

    /// The patch as it counts: a client that sends back what it got sends the hub's own words along, and they are left
    /// out.
    static ObjectNode reportable(JsonNode patch) {
        if (!(patch instanceof ObjectNode sent)) {
            throw new ProblemException(TwinProblems.notAnObject());
        }
        ObjectNode object = sent.deepCopy().remove(List.of("$version", TwinDocument.METADATA));
        if (object.has(Reserved.TWIN_PROPERTY.wireName())) {
            throw new ProblemException(TwinProblems.reserved());
        }
        check(object, 1);
        return object;
    }

    static ObjectNode sized(ObjectNode document) {
        if (Json.write(document).length > LARGEST) {
            throw new ProblemException(TwinProblems.tooLarge());
        }
        return document;
    }

    private static void check(JsonNode node, int depth) {
        if (depth > DEEPEST) {
            throw new ProblemException(TwinProblems.badMember("it is nested more than 10 deep"));
        }
        if (node.isString() && node.stringValue().length() > LONGEST_TEXT) {
            throw new ProblemException(TwinProblems.badMember("a text is longer than 4096 characters"));
        }
        if (node.isIntegralNumber() && (!node.canConvertToLong() || Math.abs(node.longValue()) > LARGEST_INTEGER)) {
            throw new ProblemException(TwinProblems.badMember("an integer is beyond 2^52"));
        }
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            checkKey(member.getKey());
            check(member.getValue(), depth + 1);
        }
        if (node.isArray()) {
            node.forEach(element -> check(element, depth + 1));
        }
    }

    private static void checkKey(String key) {
        boolean good = !key.isEmpty()
                && key.length() <= LONGEST_KEY
                && key.chars().noneMatch(c -> c == '.' || c == '$' || c == ' ' || Character.isISOControl(c));
        if (!good) {
            throw new ProblemException(
                    TwinProblems.badMember("a name is empty, longer than 1024 characters, or has a dot, $ or blank"));
        }
    }
}
