// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.stream;

import dev.signalbox.operator.stream.NewStream;
import dev.signalbox.operator.stream.StreamRules;
import dev.signalbox.protocol.stream.StreamName;
import java.util.function.Predicate;

/// A stream to be made, as typed.
record NewStreamDraft(String group, String stream) {
    private static final String MALFORMED = "Use letters, digits, - _ and . , a letter or digit first, 90 at most.";

    String groupComplaint() {
        return group.isEmpty() || isName(group) ? "" : MALFORMED;
    }

    /// @param knows whether there is a stream of that name
    String streamComplaint(Predicate<StreamName> knows) {
        if (stream.isEmpty() || group.isEmpty()) {
            return "";
        }
        if (!isName(stream)) {
            return MALFORMED;
        }
        return isName(group) && knows.test(name()) ? "There is a stream of that name in this group." : "";
    }

    boolean isReady(Predicate<StreamName> knows) {
        return !group.isEmpty()
                && !stream.isEmpty()
                && groupComplaint().isEmpty()
                && streamComplaint(knows).isEmpty();
    }

    private StreamName name() {
        return new StreamName(group, stream);
    }

    NewStream wanted() {
        return new NewStream(name(), StreamRules.USUAL);
    }

    private static boolean isName(String text) {
        try {
            return !new StreamName(text, "").group().isEmpty();
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
