// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.operator.service.ServiceDraft;
import dev.signalbox.protocol.release.Assignment;
import dev.signalbox.protocol.release.Language;
import dev.signalbox.testing.file.FolderTree;
import dev.signalbox.testing.packages.MavenFolder;
import dev.signalbox.testing.packages.SampleJar;
import dev.signalbox.testing.packages.Wheel;
import dev.signalbox.workbench.session.Workbench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From a folder on the operator's desk to the node: what services ask for comes along with the release.
class PackageStoryTest {
    private static final Assignment NORTH = Assignment.toTag("site", "north");

    @TempDir
    Path folder;

    @AfterEach
    void forget() {
        System.clearProperty("signalbox.maven-from");
        System.clearProperty("signalbox.wheels-from");
    }

    private static void asks(Workbench workbench, ServiceDraft made, String source, String asked) {
        workbench
                .services()
                .save(new ServiceDraft(
                        made.name(),
                        made.version(),
                        made.language(),
                        made.state(),
                        "",
                        List.of(),
                        List.of(asked),
                        source,
                        made.etag()));
    }

    private static void writes(Workbench workbench, String name, String version) {
        var made = workbench.services().create(name, Language.JAVA, "");
        String source = "import org.example.Tool;\npublic class " + name + " extends CustomService {\n"
                + "  public void start() { debug(\"" + name + " has \" + Tool.version()); }\n}";
        asks(workbench, made, source, "org.example:tool:" + version);
    }

    private Path repository() throws IOException {
        Path path = Files.createDirectories(folder.resolve("maven"));
        for (String version : List.of("1.0", "2.0")) {
            String source = "package org.example; public class Tool { public static String version() { return \""
                    + version + "\"; } }";
            new MavenFolder(path).add("tool", version, new SampleJar().with("org.example.Tool", source));
        }
        return path;
    }

    @Test
    void servicesRunWithTheirOwnPackagesAndTheNodeNeedsNoRepositoryAndNoHubForThemLater() throws Exception {
        Path maven = repository();
        Path wheels = Files.createDirectories(folder.resolve("wheels"));
        Wheel.write(wheels, "sb_answer", "def answer():\n    return 42\n");
        System.setProperty("signalbox.maven-from", maven.toString());
        System.setProperty("signalbox.wheels-from", wheels.toString());
        try (var site = new Site(folder)) {
            var workbench = site.workbench("console");
            var story = new Story(workbench);
            site.addNode(workbench, "press-01", Map.of("site", "north"));
            try (var log = new LogBook(workbench)) {
                writes(workbench, "Old", "1.0");
                writes(workbench, "Fresh", "2.0");
                asks(workbench, workbench.services().create("Snake", Language.PYTHON, ""), """
                        import sb_answer
                        from base_service import CustomService

                        class Snake(CustomService):
                            async def Start(self):
                                await self.Debug(f"Snake has {sb_answer.answer()}")
                        """, "sb-answer==1.0");
                story.assign("boiler", NORTH, "Old", "Fresh", "Snake");
                story.release("with packages");
                log.await("press-01", "Old has 1.0");
                log.await("press-01", "Fresh has 2.0");
                log.await("press-01", "Snake has 42");
            }
            FolderTree.delete(maven);
            assertThat(workbench.releases().plan().blockers()).isEmpty();
            site.killHub();
            site.killAndRestartNode("press-01").waitForLine(line -> line.contains("Snake has 42"), Site.SOON);
        }
    }
}
