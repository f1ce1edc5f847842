// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.stream;

import static dev.signalbox.hub.stream.Belt.PUMP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.hub.stream.StreamReader.Keyed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files are put back from a copy, some of them, as people do.
class RestoredTest extends OnBelt {
    @TempDir
    Path copy;

    @Test
    void anIndexThatIsGoneIsMadeAgainWithTheSameKeys() throws IOException {
        belt.send(PUMP, Map.of(), "0");
        belt.send(PUMP, Map.of("message-id", "1"), "1");
        belt.send(PUMP, Map.of("message-id", "1"), "1 again");
        restart(() -> delete(name -> name.startsWith("streams.db")));
        belt.send(PUMP, Map.of(), "2");
        assertThat(belt.texts(1)).containsExactly("0", "1", "2");
    }

    @Test
    void anIndexOfBeforeCatchesUp() throws IOException {
        belt.send(PUMP, Map.of(), "0");
        belt.awaitSorted();
        restart(() -> copy(folder, copy, name -> name.startsWith("streams.db")));
        belt.send(PUMP, Map.of(), "1");
        belt.awaitSorted();
        restart(() -> {
            delete(name -> name.startsWith("streams.db"));
            copy(copy, folder, _ -> true);
        });
        belt.send(PUMP, Map.of(), "2");
        assertThat(belt.texts(1)).containsExactly("0", "1", "2");
    }

    @Test
    void aLogOfBeforeTakesNewMessagesAndNoneIsTakenForAnother() throws IOException {
        belt.send(PUMP, Map.of(), "0");
        restart(() -> copy(folder, copy, name -> name.endsWith(".log") || name.startsWith("marks.db")));
        belt.send(PUMP, Map.of(), "1");
        belt.awaitSorted();
        restart(() -> {
            delete(name -> name.startsWith("marks.db"));
            copy(copy, folder, _ -> true);
        });
        belt.send(PUMP, Map.of(), "A");
        belt.send(PUMP, Map.of(), "B");
        assertThat(belt.texts(1)).containsExactly("0", "A", "B");
        assertThat(belt.all(1)).extracting(Keyed::key).containsExactly(0L, 2L, 3L);
    }

    @Test
    void aLogThatIsShorterThanItsMarksKnowIsNotSortedTwice() throws IOException {
        belt.send(PUMP, Map.of(), "0");
        restart(() -> copy(folder, copy, name -> name.endsWith(".log")));
        belt.send(PUMP, Map.of(), new byte[9000]);
        belt.awaitSorted();
        restart(() -> copy(copy, folder, _ -> true));
        belt.send(PUMP, Map.of(), "A");
        assertThat(belt.texts(1)).containsExactly("0", "A");
        restart(() -> {});
        belt.send(PUMP, Map.of(), "B");
        assertThat(belt.texts(1)).containsExactly("0", "A", "B");
    }

    private interface Work {
        void run() throws IOException;
    }

    private void restart(Work meanwhile) throws IOException {
        belt.close();
        meanwhile.run();
        belt = new Belt(folder);
    }

    private void delete(Predicate<String> which) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (which.test(file.getFileName().toString())) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void copy(Path from, Path to, Predicate<String> which) throws IOException {
        try (var files = Files.list(from)) {
            for (Path file : files.toList()) {
                if (which.test(file.getFileName().toString())) {
                    Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
