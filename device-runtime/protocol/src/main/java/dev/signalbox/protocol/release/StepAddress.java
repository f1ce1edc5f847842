// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.release;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/// Where a step is: `flow/step`. Compared without regard to case, as step names are.
public record StepAddress(String flow, String step) implements Comparable<StepAddress> {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,127}");

    public StepAddress {
        if (!NAME.matcher(flow).matches() || !NAME.matcher(step).matches()) {
            throw new IllegalArgumentException(
                    "Flow and step names are 1 to 128 letters, digits, - _ and . , a letter or digit first");
        }
    }

    @JsonCreator
    public static StepAddress parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("A step's address is flow/step");
        }
        return new StepAddress(text.substring(0, slash), text.substring(slash + 1));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StepAddress that
                && flow.equalsIgnoreCase(that.flow)
                && step.equalsIgnoreCase(that.step);
    }

    @Override
    public int hashCode() {
        return flow.toLowerCase(java.util.Locale.ROOT).hashCode() * 31
                + step.toLowerCase(java.util.Locale.ROOT).hashCode();
    }

    @Override
    public int compareTo(StepAddress other) {
        return toString().compareToIgnoreCase(other.toString());
    }

    @JsonValue
    @Override
    public String toString() {
        return flow + "/" + step;
    }
}
