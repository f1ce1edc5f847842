// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.twin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.MergePatch;
import dev.signalbox.testing.chance.Chance;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class DiffTest {
    private final RandomGenerator random = Chance.of(DiffTest.class).drawnBy("documents");

    @Test
    void thePatchMakesOneDocumentOfTheOtherWhateverTheyAre() {
        for (int round = 0; round < 2000; round++) {
            ObjectNode from = document(0);
            ObjectNode to = document(0);
            assertThat(MergePatch.apply(from, Diff.between(from, to))).isEqualTo(to);
            assertThat(Diff.between(from, from)).isEmpty();
        }
    }

    private ObjectNode document(int depth) {
        ObjectNode document = Json.mapper().createObjectNode();
        for (int member = random.nextInt(4); member > 0; member--) {
            String name = "n" + random.nextInt(4);
            switch (random.nextInt(depth > 3 ? 3 : 5)) {
                case 0 -> document.put(name, random.nextInt(3));
                case 1 -> document.put(name, "t" + random.nextInt(2));
                case 2 -> document.putArray(name).add(random.nextInt(2)).addNull();
                default -> document.set(name, document(depth + 1));
            }
        }
        return document;
    }
}
