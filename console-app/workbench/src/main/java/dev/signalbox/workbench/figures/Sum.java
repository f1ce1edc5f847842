// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.figures;

import java.util.Optional;
import java.util.function.BinaryOperator;

/// Adds what is known.
final class Sum {
    private Sum() {}

    static <T> Optional<T> of(Optional<T> one, Optional<T> other, BinaryOperator<T> plus) {
        return one.isPresent() && other.isPresent()
                ? Optional.of(plus.apply(one.get(), other.get()))
                : one.or(() -> other);
    }
}
