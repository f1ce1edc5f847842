// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.editor;

import dev.signalbox.operator.service.AskedPackage;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.release.Language;
import java.util.ArrayList;
import java.util.List;

/// What a service's package may be called.
final class PackageTexts {
    private PackageTexts() {}

    /// What is wrong with one; empty when nothing is.
    ///
    /// @param others the packages before it
    static String complaint(Language language, String text, List<String> others) {
        if (text.isEmpty()) {
            return example(language);
        }
        try {
            AskedPackage.parse(language, text);
            var all = new ArrayList<>(others);
            all.add(text);
            AskedPackage.parseAll(language, all);
            return "";
        } catch (ProblemException refused) {
            return refused.problem().what() + " " + refused.problem().remedy();
        }
    }

    /// How one is written.
    static String prompt(Language language) {
        return language == Language.JAVA ? "group:artifact:version" : "name==version";
    }

    private static String example(Language language) {
        return language == Language.JAVA
                ? "Write it as Maven does, such as org.apache.commons:commons-csv:1.14.1."
                : "Write it as pip does, such as minimalmodbus==2.1.1.";
    }
}
