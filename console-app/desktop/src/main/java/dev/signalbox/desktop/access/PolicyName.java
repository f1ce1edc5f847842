// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.access;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/// A new policy's name as typed.
record PolicyName(String text) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /// What is wrong with it, empty when nothing is or nothing was typed yet.
    String complaint(Predicate<String> taken) {
        if (text.isEmpty()) {
            return "";
        }
        if (taken.test(text)) {
            return "There is a policy of that name.";
        }
        return FORM.matcher(text).matches() ? "" : "Use 1 to 64 letters, digits, - and _ .";
    }

    boolean isReady(Predicate<String> taken) {
        return !text.isEmpty() && complaint(taken).isEmpty();
    }
}
