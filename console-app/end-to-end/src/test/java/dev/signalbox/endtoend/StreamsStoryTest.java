// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.operator.stream.NewStream;
import dev.signalbox.operator.stream.StreamRules;
import dev.signalbox.operator.stream.StreamView;
import dev.signalbox.protocol.stream.StreamName;
import dev.signalbox.testing.process.Await;
import dev.signalbox.workbench.session.Workbench;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated(Window.ALONE)
class StreamsStoryTest {
    private static final List<String> OTHERS = List.of(
            "press-hall/oil", "press-hall/pictures", "energy/meters", "energy/quarter-hours", "gateways/health");

    @TempDir
    Path folder;

    @Test
    void aPersonSeesWhatDevicesSendAndWhatBecameADeadLetter() throws Exception {
        try (var site = new Site(folder)) {
            Workbench workbench = site.workbench("console");
            StreamView vibration = make(workbench, Presses.VIBRATION.toString());
            OTHERS.forEach(name -> make(workbench, name));
            try (var presses = new Presses(
                            site,
                            workbench,
                            folder.resolve("presses"),
                            List.of("press-0417", "press-0418", "press-0419"));
                    var window = new Window(site.hubFolder().resolve("hub.json"), folder.resolve("console"))) {
                presses.misspell();
                presses.begin();
                seeMessages(workbench, window, vibration.number());
                seeNumbers(window);
                seeTheDeadLetter(window);
                makeTheStream(workbench, window);
            }
        }
    }

    private static StreamView make(Workbench workbench, String name) {
        String[] parts = name.split("/");
        return workbench.streams().make(new NewStream(new StreamName(parts[0], parts[1]), StreamRules.USUAL));
    }

    private static void seeMessages(Workbench workbench, Window window, long number) {
        Await.until(
                "there are messages for some seconds",
                Site.SOON,
                () -> workbench.streams().get(number).nextKey() > 300);
        window.goTo("streams");
        window.click("#stream-" + number);
        window.awaitText("press-0418");
        window.click("#messages-live");
        window.click("press-0418");
        window.awaitText("celsius");
        window.awaitText(" new · show them");
        window.savePictures("streams");
    }

    private static void seeNumbers(Window window) {
        window.click("#stream-chart");
        window.awaitText("The newest");
        window.savePictures("streams-chart");
    }

    private static void seeTheDeadLetter(Window window) {
        window.click("#stream-messages");
        window.click("#stream-0");
        window.click("stream-not-known");
        window.awaitText("There is no stream press-hall/vibratoin.");
        window.click("#message-device");
        window.awaitWords("#device-name", "press-0417");
        window.press(KeyCode.ALT, KeyCode.LEFT);
        window.awaitText("There is no stream press-hall/vibratoin.");
    }

    private static void makeTheStream(Workbench workbench, Window window) {
        window.click("#new-stream");
        window.click("#stream-group");
        window.type("press-hall");
        window.click("#stream-name");
        window.type("vibratoin");
        window.press(KeyCode.ENTER);
        window.awaitWords("#stream-title", "press-hall/vibratoin");
        window.awaitText("stream-name=vibratoin");
        assertThat(workbench.streams().list())
                .extracting(StreamView::name)
                .contains(new StreamName("press-hall", "vibratoin"));
    }
}
