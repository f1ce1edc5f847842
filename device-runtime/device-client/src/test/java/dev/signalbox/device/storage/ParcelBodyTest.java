// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParcelBodyTest {
    private static final ParcelRow ROW = new ParcelRow(1, 7, "epoch-1", 100, 3, 0, 0, 0);
    private static final List<Entry> ENTRIES = List.of(
            new Entry(bytes("a=b"), bytes("first"), "", 0, 0),
            new Entry(bytes(""), bytes(""), "large-1", 5_000_000, 99),
            new Entry(bytes("c=d"), bytes("third"), "", 0, 1));

    @Test
    void whatIsWrittenIsReadAgain() {
        var read = ParcelBody.read(ROW, ParcelBody.write(ROW, ENTRIES));
        assertThat(read).hasSize(3);
        for (int index = 0; index < 3; index++) {
            assertThat(read.get(index).orElseThrow()).usingRecursiveComparison().isEqualTo(ENTRIES.get(index));
        }
    }

    @Test
    void aMessageWithAnyFlippedBitIsEmptyAndNeverAnother() {
        byte[] whole = ParcelBody.write(ROW, ENTRIES);
        for (int bit = 0; bit < whole.length * 8; bit++) {
            byte[] spoiled = whole.clone();
            spoiled[bit / 8] ^= (byte) (1 << bit % 8);
            var read = ParcelBody.read(ROW, spoiled);
            assertThat(read).as("bit %d", bit).hasSize(3).anyMatch(java.util.Optional::isEmpty);
            for (int index = 0; index < 3; index++) {
                if (read.get(index).isPresent()) {
                    assertThat(read.get(index).get()).usingRecursiveComparison().isEqualTo(ENTRIES.get(index));
                }
            }
        }
    }

    @Test
    void aMessageBelongsToItsPlaceAndNumber() {
        byte[] body = ParcelBody.write(ROW, ENTRIES);
        for (var other : List.of(
                new ParcelRow(0, 7, "epoch-1", 100, 3, 0, 0, 0),
                new ParcelRow(1, 8, "epoch-1", 100, 3, 0, 0, 0),
                new ParcelRow(1, 7, "epoch-2", 100, 3, 0, 0, 0),
                new ParcelRow(1, 7, "epoch-1", 101, 3, 0, 0, 0))) {
            assertThat(ParcelBody.read(other, body)).hasSize(3).allMatch(java.util.Optional::isEmpty);
        }
        assertThat(ParcelBody.read(ROW, new byte[0])).hasSize(3).allMatch(java.util.Optional::isEmpty);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
