// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.service;

import dev.signalbox.operator.service.PropertyDefinition;
import dev.signalbox.protocol.release.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The templates that a new service can begin with.
public enum Beginnings {
    EMPTY("Empty", ""),
    TIMER("Source with a timer", "timer"),
    TRANSFORM("Handler that transforms messages", "transform"),
    POLLER("Source that asks an HTTP address", "poller");

    private static final String CLASS = "NewService";
    private static final PropertyDefinition ADDRESS = new PropertyDefinition(
            "address",
            "Address",
            PropertyDefinition.Type.TEXT,
            true,
            "http://localhost:8080/",
            PropertyDefinition.Kind.STATIC);

    private final String title;
    private final String file;

    Beginnings(String title, String file) {
        this.title = title;
        this.file = file;
    }

    /// What a person reads.
    public String title() {
        return title;
    }

    /// The template in that language.
    ///
    /// @param description what stands above the class
    public Beginning in(Language language, String description) {
        if (file.isEmpty()) {
            return new Beginning(language, CLASS, Template.of(CLASS, language, description), List.of(), List.of());
        }
        String source = read(file + (language == Language.JAVA ? ".java.txt" : ".py.txt"));
        return new Beginning(
                language,
                CLASS,
                source.replace("Says what this service does.", Template.about(description)),
                this == POLLER ? List.of(ADDRESS) : List.of(),
                List.of());
    }

    private static String read(String name) {
        try (InputStream text = Beginnings.class.getResourceAsStream(name)) {
            if (text == null) {
                throw new IllegalStateException("The template " + name + " is missing");
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
