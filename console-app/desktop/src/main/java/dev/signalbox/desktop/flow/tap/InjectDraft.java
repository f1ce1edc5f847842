// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow.tap;

import dev.signalbox.protocol.action.Injection;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// A message as typed into the form.
///
/// @param json whether the payload is JSON; else it is text as it stands
/// @param properties a line each, as `name=value`
record InjectDraft(boolean json, String payload, String properties) {
    /// What the hub takes at once, with room for what is around it.
    private static final int MOST_BYTES = 120 * 1024;

    static final InjectDraft EMPTY = new InjectDraft(true, "{}", "");

    /// What is wrong with the payload; empty when nothing is.
    String payloadComplaint() {
        if (payload.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            return "This is larger than 120 KiB, which is the most that can be injected.";
        }
        if (!json) {
            return "";
        }
        try {
            return read().isMissingNode() ? "Write null for no value." : "";
        } catch (ProblemException malformed) {
            return malformed.problem().what().replace("The JSON cannot be read", "This is no JSON");
        }
    }

    private JsonNode read() {
        return Json.readTree(payload.getBytes(StandardCharsets.UTF_8));
    }

    /// What is wrong with the properties; empty when nothing is.
    String propertiesComplaint() {
        Optional<String> bad = properties
                .lines()
                .filter(line -> !line.isBlank())
                .filter(line -> line.strip().indexOf('=') < 1)
                .findFirst();
        return bad.map(line -> "Write name=value, each on a line of its own, not " + line.strip() + ".")
                .or(() -> Optional.of("Up to " + Injection.MOST_PROPERTIES + " properties can be sent.")
                        .filter(ignored -> map().size() > Injection.MOST_PROPERTIES))
                .orElse("");
    }

    private Map<String, String> map() {
        var map = new LinkedHashMap<String, String>();
        properties
                .lines()
                .map(String::strip)
                .filter(line -> line.indexOf('=') > 0)
                .forEach(line -> {
                    int equals = line.indexOf('=');
                    map.put(
                            line.substring(0, equals).strip(),
                            line.substring(equals + 1).strip());
                });
        return map;
    }

    boolean isReady() {
        return payloadComplaint().isEmpty() && propertiesComplaint().isEmpty();
    }

    /// To be sent; only if it is ready.
    Injection to(Target target) {
        JsonNode said = json ? read() : Json.mapper().getNodeFactory().stringNode(payload);
        return new Injection(target.to(), target.from(), said, map());
    }
}
