// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.stream;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A test with a log and its streams, which begin empty.
abstract class OnBelt {
    @TempDir
    Path folder;

    Belt belt;

    @BeforeEach
    void open() {
        belt = new Belt(folder);
    }

    @AfterEach
    void close() {
        belt.close();
    }
}
