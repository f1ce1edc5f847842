// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.operator.live.LogEvent;
import dev.signalbox.operator.node.NewDevice;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.workbench.session.Workbench;
import java.nio.file.Path;
import java.util.Map;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated(Window.ALONE)
class JobStoryTest {
    @TempDir
    Path folder;

    @Test
    void aPersonMakesAJobOverAQueryAndRerunsTheDeviceThatFailed() throws Exception {
        try (var site = new Site(folder);
                var log = new LogBook(site.workbench("console"))) {
            Workbench workbench = site.workbench("console");
            try (var well = device(site, workbench, "press-01", 200);
                    var stuck = device(site, workbench, "press-02", 500);
                    var window = new Window(site.hubFolder().resolve("hub.json"), folder.resolve("console"))) {
                workbench.nodes().create(new NewDevice(new DeviceId("press-03"), Map.of("site", "south")));
                writeJob(window);
                window.click("#job-make");
                window.awaitWords("#job-tally", "completed, with failures — 1 succeeded · 1 failed");
                window.awaitText("The device answered 500");
                window.savePictures("jobs");
                log.await(LogEvent.HUB, "ended for 2 devices: 1 succeeded, 1 failed.");

                lookAtTheDeviceAndComeBack(window);
                stuck.answers(200);
                window.click("#job-rerun");
                window.awaitWords("#job-name", "-again");
                window.awaitWords("#job-tally", "completed — 1 succeeded");
                assertThat(well.asked()).containsExactly("stop");
                assertThat(stuck.asked()).containsExactly("stop", "stop");
                askForRows(window);
            }
        }
    }

    private static void writeJob(Window window) {
        window.goTo("jobs");
        window.click("#job-first");
        window.click("#job-method");
        window.type("stop");
        window.click("#query-field");
        window.type("tags.site = = 5");
        window.press(KeyCode.ESCAPE);
        window.awaitWords("#query-complaint", "Column 13: expected ");
        window.press(KeyCode.SHORTCUT, KeyCode.A);
        window.type("tags.site = 'north'");
        window.press(KeyCode.ESCAPE);
        window.awaitWords("#job-make", "Make job for 2 devices");
    }

    private static void lookAtTheDeviceAndComeBack(Window window) {
        window.click("press-02");
        window.click("#job-show-device");
        window.awaitWords("#device-name", "press-02");
        window.press(KeyCode.ALT, KeyCode.LEFT);
        window.awaitThere("#job-rerun");
    }

    private static void askForRows(Window window) {
        window.goTo("query");
        window.type("SELECT deviceId, tags.site FROM devices WHERE tags.site = 'north'");
        window.press(KeyCode.ESCAPE);
        window.press(KeyCode.ENTER);
        window.awaitWords("#rows-number", "2 rows");
        window.awaitText("press-02");
        window.savePictures("query");
    }

    private static AnsweringDevice device(Site site, Workbench workbench, String name, int status) throws Exception {
        var id = new DeviceId(name);
        workbench.nodes().create(new NewDevice(id, Map.of("site", "north")));
        return new AnsweringDevice(site.contact(), workbench.nodes().connectionString(id), status);
    }
}
