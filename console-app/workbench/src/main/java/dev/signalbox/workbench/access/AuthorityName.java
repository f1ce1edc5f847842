// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.access;

import java.util.Collection;
import java.util.regex.Pattern;

/// An operators' name for an authority, as typed.
public record AuthorityName(String text) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /// What is wrong with it, empty when nothing is or nothing was typed yet.
    ///
    /// @param taken the names there are, of which none may come again in another case
    public String complaint(Collection<String> taken) {
        if (text.isEmpty()) {
            return "";
        }
        if (taken.stream().anyMatch(text::equalsIgnoreCase)) {
            return "There is an authority of that name. Choose another.";
        }
        return FORM.matcher(text).matches() ? "" : "Use 1 to 64 letters, digits, . - and _ .";
    }
}
