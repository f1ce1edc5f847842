// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.stream;

import static dev.signalbox.hub.stream.Belt.PUMP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.hub.stream.StreamReader.Keyed;
import dev.signalbox.hub.stream.StreamReader.Page;
import dev.signalbox.protocol.codec.ProblemException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IndexReaderTest extends OnBelt {
    @Test
    void pagesOfAnySizeHoldEveryMessageOnce() {
        IntStream.range(0, 50).forEach(i -> belt.send(PUMP, Map.of(), "message " + i));
        belt.awaitSorted();
        for (int most = 1; most <= 7; most++) {
            var seen = new ArrayList<String>();
            Page page = belt.sorted.reader().read(1, 0, most, 60);
            while (!page.messages().isEmpty()) {
                page.messages().forEach(keyed -> seen.add(Belt.text(keyed)));
                page = belt.sorted.reader().read(1, page.nextKey(), most, 60);
            }
            assertThat(seen).containsExactlyElementsOf(texts(50));
            assertThat(page.nextKey()).isEqualTo(50);
        }
    }

    @Test
    void atLeastOneMessageComesHoweverLarge() {
        belt.send(PUMP, Map.of(), new byte[1000]);
        belt.send(PUMP, Map.of(), new byte[1000]);
        belt.awaitSorted();
        assertThat(belt.sorted.reader().read(1, 1, 10, 10).messages())
                .extracting(Keyed::key)
                .containsExactly(1L);
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertThat(belt.sorted.reader().read(99, 5, 10, 10).messages()).isEmpty();
        assertThatThrownBy(() -> belt.sorted.reader().payload(1, 0)).isInstanceOf(ProblemException.class);
    }

    @Test
    void aMessageThatIsDamagedIsPassedOverAndNoneIsInvented() throws IOException {
        IntStream.range(0, 5).forEach(i -> belt.send(PUMP, Map.of(), "message " + i));
        belt.awaitSorted();
        damage("message 2");
        assertThat(belt.texts(1)).containsExactly("message 0", "message 1", "message 3", "message 4");
        assertThat(belt.all(1)).extracting(Keyed::key).containsExactly(0L, 1L, 3L, 4L);
        assertThatThrownBy(() -> belt.sorted.reader().payload(1, 2)).hasMessageContaining("Message 2");
    }

    private void damage(String text) throws IOException {
        try (var files = Files.list(folder)) {
            Path log = files.filter(file -> file.toString().endsWith(".log"))
                    .findFirst()
                    .orElseThrow();
            String bytes = Files.readString(log, StandardCharsets.ISO_8859_1);
            try (var file = new RandomAccessFile(log.toFile(), "rw")) {
                file.seek(bytes.indexOf(text) + 1L);
                file.write('E');
            }
        }
    }

    private static List<String> texts(int many) {
        return IntStream.range(0, many).mapToObj(i -> "message " + i).toList();
    }
}
