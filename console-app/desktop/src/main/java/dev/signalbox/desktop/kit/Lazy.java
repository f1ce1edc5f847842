// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.kit;

import java.util.Optional;
import java.util.function.Supplier;

/// Something that takes a while to make and may never be wanted, such as what a page shows: made when it is first asked
/// for, and kept. For one thread.
public final class Lazy<T> {
    private final Supplier<T> making;
    private Optional<T> made = Optional.empty();

    public Lazy(Supplier<T> making) {
        this.making = making;
    }

    /// The same each time.
    public T get() {
        T it = made.orElseGet(making);
        made = Optional.of(it);
        return it;
    }
}
