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
        return hash(flow) * 31 + hash(step);
    }

    /// Without a lower-case copy: a node looks for thousands of addresses at each release.
    private static int hash(String name) {
        int hash = 0;
        for (int i = 0; i < name.length(); i++) {
            hash = hash * 31 + Character.toLowerCase(name.charAt(i));
        }
        return hash;
    }

    @Override
    public int compareTo(StepAddress other) {
        int byFlow = flow.compareToIgnoreCase(other.flow);
        return byFlow != 0 ? byFlow : step.compareToIgnoreCase(other.step);
    }

    @JsonValue
    @Override
    public String toString() {
        return flow + "/" + step;
    }
}
