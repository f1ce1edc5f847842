// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.testing.process.ProgramProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScratchTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    /// What a benchmark does with its folder, in small.
    static final class Program {
        private Program() {}

        public static void main(String[] args) throws Exception {
            Path folder = Scratch.folder("test");
            Files.createDirectories(folder.resolve("a/b"));
            Files.writeString(folder.resolve("a/b/c"), "something");
            var child = new ProcessBuilder("sleep", "300").start();
            System.out.println("in " + folder);
            System.out.println("child " + child.pid());
            if (args[0].equals("waits")) {
                child.waitFor();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ends", "waits"})
    void nothingIsLeftOfAFolderOnceTheProgramEndsOrIsStopped(String how) {
        var arguments = List.of("-cp", System.getProperty("java.class.path"), Program.class.getName(), how);
        try (var program = ProgramProcess.java("scratch", arguments)) {
            String folder = after(program, "in ");
            long child = Long.parseLong(after(program, "child "));
            if (how.equals("waits")) {
                program.stop();
            }
            program.waitForEnd(SOON);
            assertThat(Path.of(folder)).doesNotExist();
            assertThat(ProcessHandle.of(child).filter(ProcessHandle::isAlive)).isEmpty();
        }
    }

    private static String after(ProgramProcess program, String word) {
        return program.waitForLine(line -> line.startsWith(word), SOON).substring(word.length());
    }
}
