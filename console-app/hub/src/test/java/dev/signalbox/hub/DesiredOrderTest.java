// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.protocol.codec.Topics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A device applies patches as they come. So they must come in the order of their versions.
@Timeout(120)
class DesiredOrderTest {
    private static final int EDITS = 400;

    @TempDir
    Path folder;

    @Test
    void patchesOfBackEndsThatEditTogetherComeInTheOrderOfTheirVersions() throws Exception {
        try (var site = new Site(folder);
                var desk = Desk.signedIn(site);
                var pump = Pump.signedIn(site, desk.addNode("pump-1", Map.of()));
                var backEnds = Executors.newFixedThreadPool(16)) {
            pump.listen(Topics.DESIRED_PATCHES, 1);
            var backEnd = BackEnd.owner(desk);
            IntStream.range(0, EDITS)
                    .forEach(i -> backEnds.execute(() ->
                            backEnd.ask("PATCH", "/twins/pump-1", "{\"properties\":{\"desired\":{\"n\":" + i + "}}}")));
            List<Long> versions = new ArrayList<>();
            for (int i = 0; i < EDITS; i++) {
                versions.add(Long.parseLong(pump.hearsAny().topic().replaceFirst(".*version=", "")));
            }
            long first = versions.getFirst();
            assertThat(versions)
                    .containsExactlyElementsOf(
                            LongStream.range(first, first + EDITS).boxed().toList());
        }
    }
}
