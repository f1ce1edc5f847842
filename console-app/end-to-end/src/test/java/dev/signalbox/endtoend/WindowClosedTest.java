// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.protocol.release.ServiceVersion;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated(Window.ALONE)
class WindowClosedTest {
    @TempDir
    Path folder;

    @Test
    void closingTheWindowKeepsWhatWasTypedTheMomentBefore() throws Exception {
        try (var site = new Site(folder)) {
            var workbench = site.workbench("console");
            try (var window = WindowProcess.start(site.hubFolder().resolve("hub.json"), folder.resolve("console"))) {
                new WindowStory(window).firstService("Hello");
                window.rewrite("class Hello { } // the last word");
                window.leave();
            }
            assertThat(workbench
                            .services()
                            .open("Hello", new ServiceVersion(0, 1))
                            .source())
                    .isEqualTo("class Hello { } // the last word");
        }
    }
}
