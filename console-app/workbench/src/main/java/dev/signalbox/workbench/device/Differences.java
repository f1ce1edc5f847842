// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.device;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Holds what a device should be against what it says it is.
final class Differences {
    private Differences() {}

    /// By path, those last that only say more than was asked for; what is missing as a whole is one difference.
    static List<Difference> between(ObjectNode desired, ObjectNode reported) {
        var found = new ArrayList<Difference>();
        compare("", desired, reported, found);
        found.sort(Comparator.comparing(one -> one.kind() == Difference.Kind.EXTRA));
        return found;
    }

    private static void compare(String path, ObjectNode desired, ObjectNode reported, List<Difference> found) {
        var names = new TreeSet<>(desired.propertyNames());
        names.addAll(reported.propertyNames());
        for (String name : names) {
            String at = path.isEmpty() ? name : path + "." + name;
            JsonNode wanted = desired.path(name);
            JsonNode said = reported.path(name);
            if (wanted instanceof ObjectNode left && said instanceof ObjectNode right) {
                compare(at, left, right, found);
            } else if (!same(wanted, said)) {
                found.add(new Difference(at, kind(wanted, said), JsonTexts.line(wanted), JsonTexts.line(said)));
            }
        }
    }

    private static Difference.Kind kind(JsonNode wanted, JsonNode said) {
        if (said.isMissingNode()) {
            return Difference.Kind.MISSING;
        }
        return wanted.isMissingNode() ? Difference.Kind.EXTRA : Difference.Kind.DIFFERS;
    }

    /// 5 and 5.0 are the same to a person.
    private static boolean same(JsonNode one, JsonNode other) {
        return (one.isNumber() && other.isNumber())
                ? one.decimalValue().compareTo(other.decimalValue()) == 0
                : one.equals(other);
    }
}
