// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.kit;

import java.util.function.Function;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// How a value that is chosen, and never typed, is told. No value is told by no words.
public final class InWords<T> extends StringConverter<T> {
    private final Function<? super T, String> words;

    public InWords(Function<? super T, String> words) {
        this.words = words;
    }

    @Override
    public String toString(@Nullable T value) {
        return value == null ? "" : words.apply(value);
    }

    /// @throws UnsupportedOperationException always
    @Override
    public T fromString(String text) {
        throw new UnsupportedOperationException("It is chosen, not typed");
    }
}
