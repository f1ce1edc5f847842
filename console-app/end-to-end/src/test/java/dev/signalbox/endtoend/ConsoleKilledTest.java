// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.protocol.release.ServiceVersion;
import dev.signalbox.testing.process.Await;
import dev.signalbox.workbench.session.Workbench;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/// The console's process is killed at every point of the story, and each time the next one goes on where it ended.
@Isolated(Window.ALONE)
class ConsoleKilledTest {
    private static final String FIRST =
            "public class Hello extends CustomService { public void start() { debug(\"hello from the desk\"); } }";
    private static final String SECOND =
            "public class Hello extends CustomService { public void start() { debug(\"second thoughts\"); } }";

    @TempDir
    Path folder;

    @Test
    void theStoryFinishesThoughTheWindowIsKilledAtEveryPointOfIt() throws Exception {
        try (var site = new Site(folder)) {
            Workbench onlooker = site.workbench("console");
            site.addNode(onlooker, "press-01", Map.of("site", "north"));
            try (var log = new LogBook(onlooker)) {
                untilKilled(site, "while typing", story -> {
                    story.firstService("Hello");
                    story.desk().rewrite("public class Hello extends Custom");
                });
                untilKilled(site, "once the service is saved", story -> {
                    story.openService("Hello");
                    story.write(FIRST);
                });
                untilKilled(site, "before Release", story -> {
                    story.openService("Hello");
                    story.desk().awaitText("hello from the desk");
                    story.firstFlow("boiler");
                    story.place("Hello", "north", 1);
                    story.awaitFlowSaved();
                });
                untilKilled(site, "right after Release", story -> story.release(1));
                log.await("press-01", "hello from the desk");
                untilKilled(site, "while the hub is handed a release", story -> {
                    story.updateMinor("Hello");
                    story.write(SECOND);
                    story.confirmRelease();
                });
                finish(site, onlooker);
                log.await("press-01", "second thoughts");
            }
        }
    }

    @Test
    void whatWasTypedWhileTheHubWasAwayIsThereAgain() throws Exception {
        String typed = "public class Hello extends CustomService { int typedWithNoHubInSight; }";
        try (var site = new Site(folder)) {
            Workbench onlooker = site.workbench("console");
            untilKilled(site, "with the hub away", story -> {
                story.firstService("Hello");
                site.killHub();
                story.desk().rewrite(typed);
                Await.until("the journal has it", Site.SOON, () -> journal().contains("typedWithNoHubInSight; }"));
            });
            site.restartHub();
            untilKilled(site, "once the hub is back", story -> {
                story.desk().goTo("services");
                story.desk().awaitText("What you had typed when the console ended is here again.");
                story.desk().awaitWords("#save-state", "Saved");
            });
            ServiceVersion first =
                    onlooker.services().list().getFirst().versions().getFirst().version();
            assertThat(onlooker.services().open("Hello", first).source()).isEqualTo(typed);
            assertThat(journal()).isEmpty();
        }
    }

    private String journal() {
        Path journal = folder.resolve("console").resolve("journal");
        var all = new StringBuilder();
        try (Stream<Path> files = Files.walk(journal)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".json")).toList()) {
                all.append(Files.readString(file));
            }
        } catch (IOException | UncheckedIOException changing) {
            return "";
        }
        return all.toString();
    }

    /// The second release may have reached the hub or not; if not, it is made again.
    private void finish(Site site, Workbench onlooker) {
        untilKilled(site, "at the end", story -> {
            if (onlooker.releases().history().size() == 1) {
                story.release(2);
            }
            story.desk().goTo("nodes");
            story.desk().awaitText("press-01");
        });
        site.awaitRelease(onlooker, "press-01", 2);
        assertThat(onlooker.services().list().getFirst().versions()).hasSize(2);
    }

    private void untilKilled(Site site, String when, Consumer<WindowStory> story) {
        Path contact = site.hubFolder().resolve("hub.json");
        try (var window = WindowProcess.start(contact, folder.resolve("console"))) {
            story.accept(new WindowStory(window));
        } catch (AssertionError inVain) {
            throw new AssertionError("Killed " + when + ": " + inVain.getMessage(), inVain);
        }
    }
}
