// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.flow;

import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// The members of an object in a flow's text, and where it stands there, such as `steps[2]`. Every question that finds
/// something else than was asked for is answered with a ProblemException that says where.
///
/// @param path empty for the whole text
record Members(JsonNode object, String path) {
    /// Where a member stands.
    String at(String member) {
        return path.isEmpty() ? member : path + "." + member;
    }

    ProblemException wrong(String member, String why) {
        return new ProblemException(FlowTextProblems.wrong(at(member), why));
    }

    /// Refuses members that are not among those.
    void only(Set<String> known) {
        object.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw wrong(name, "there is no such member");
                });
    }

    String text(String member) {
        JsonNode found = object.path(member);
        if (!found.isString()) {
            throw wrong(member, "a text is needed");
        }
        return found.stringValue();
    }

    String text(String member, String otherwise) {
        JsonNode found = object.path(member);
        if (found.isNumber() && member.equals("format")) {
            return found.asString();
        }
        return missing(found) ? otherwise : text(member);
    }

    double number(String member, double otherwise) {
        JsonNode found = object.path(member);
        if (missing(found)) {
            return otherwise;
        }
        if (!found.isNumber()) {
            throw wrong(member, "a number is needed");
        }
        return found.doubleValue();
    }

    /// A member that is an object; an empty one if it is left out.
    Members object(String member) {
        JsonNode found = object.path(member);
        if (!missing(found) && !found.isObject()) {
            throw wrong(member, "an object in braces is needed");
        }
        return new Members(missing(found) ? Json.mapper().createObjectNode() : found, at(member));
    }

    /// Texts by name.
    Map<String, String> values(String member) {
        Members values = object(member);
        var texts = new TreeMap<String, String>();
        values.object().propertyNames().forEach(name -> texts.put(name, values.text(name)));
        return texts;
    }

    /// A list of objects; an empty one if it is left out.
    List<Members> list(String member) {
        var found = new ArrayList<Members>();
        for (JsonNode one : elements(member)) {
            String where = at(member) + "[" + found.size() + "]";
            if (!one.isObject()) {
                throw new ProblemException(FlowTextProblems.wrong(where, "an object in braces is needed"));
            }
            found.add(new Members(one, where));
        }
        return found;
    }

    List<String> texts(String member) {
        var found = new ArrayList<String>();
        for (JsonNode one : elements(member)) {
            if (!one.isString()) {
                throw wrong(member + "[" + found.size() + "]", "a text is needed");
            }
            found.add(one.stringValue());
        }
        return found;
    }

    private JsonNode elements(String member) {
        JsonNode found = object.path(member);
        if (!missing(found) && !found.isArray()) {
            throw wrong(member, "a list in brackets is needed");
        }
        return missing(found) ? Json.mapper().createArrayNode() : found;
    }

    private static boolean missing(JsonNode found) {
        return found.isMissingNode() || found.isNull();
    }
}
