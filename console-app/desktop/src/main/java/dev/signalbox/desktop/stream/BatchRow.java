// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.stream;

import dev.signalbox.desktop.kit.Sizes;
import dev.signalbox.operator.stream.BatchView;
import java.util.Locale;

/// A batch in the words of the list.
record BatchRow(BatchView batch) {
    String id() {
        return batch.device() + "/" + batch.batch();
    }

    String device() {
        return batch.device().value();
    }

    String name() {
        return batch.batch();
    }

    String opened() {
        return Moments.words(batch.opened());
    }

    boolean isOpen() {
        return batch.closed().isEmpty();
    }

    String closed() {
        return batch.closed().map(Moments::words).orElse("open");
    }

    String messages() {
        return String.format(Locale.ROOT, "%,d", batch.messages());
    }

    String size() {
        return Sizes.words(batch.bytes());
    }

    /// What a file of it is called: of letters that every system knows.
    String fileName() {
        return (device() + "-" + name()).replaceAll("[^A-Za-z0-9._-]+", "_") + ".txt";
    }
}
