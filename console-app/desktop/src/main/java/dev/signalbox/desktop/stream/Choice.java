// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.stream;

import dev.signalbox.desktop.kit.InWords;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ComboBox;

/// A choice of a few values, each with words of its own.
final class Choice<T> extends ComboBox<T> {
    private final Map<T, String> words = new LinkedHashMap<>();

    Choice(String id, ObjectProperty<T> bound) {
        super();
        setId(id);
        setMaxWidth(Double.MAX_VALUE);
        setConverter(new InWords<>(value -> words.getOrDefault(value, value.toString())));
        valueProperty().bindBidirectional(bound);
    }

    Choice<T> with(T value, String its) {
        words.put(value, its);
        getItems().add(value);
        return this;
    }
}
