// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.codec.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Breaks good queries in random places. Set `signalbox.seed` to see the same ones again.
class QueryParserFuzzTest {
    private static final int ROUNDS = 30_000;
    private static final List<String> GOOD = List.of(
            "SELECT * FROM devices",
            "SELECT TOP 10 deviceId, tags.a AS x FROM devices WHERE tags.a = 'it\\'s' ORDER BY tags.a DESC, deviceId",
            "SELECT COUNT() AS n, AVG(tags.b), tags.c FROM devices GROUP BY tags.c",
            "SELECT * FROM devices.jobs WHERE devices.jobs.jobId = 'x' AND devices.jobs.status IN ['a', \"b\"]",
            "SELECT * FROM devices.modules WHERE NOT (properties.reported['odd name'][0].x >= -0x1F * 2.5e3 - 1)",
            "SELECT * FROM devices WHERE STARTSWITH(deviceId, 'a') OR SUBSTRING(tags.x, 1, 2) NIN [null, true, -1]",
            "SELECT * FROM devices WHERE is_defined(tags.[[group]]) AND tags.\\u0041 <> \"\\uD83D\\uDE00\"");
    private static final List<String> PIECES = List.of(
            "(",
            ")",
            "[",
            "]",
            "[[",
            "'",
            "\"",
            "\\",
            "\\u12",
            ".",
            ",",
            "-",
            "NOT ",
            " AND ",
            " OR ",
            "SELECT ",
            " FROM ",
            " IN ",
            "0x",
            "1e",
            "1e999",
            "9999999999",
            "😀",
            "\ud83d",
            "\u0000",
            "COUNT(",
            "LENGTH(",
            "a");

    @Test
    void whateverIsSentIsReadOrRefused() {
        long seed = Long.getLong("signalbox.seed", System.nanoTime());
        System.out.println("signalbox.seed=" + seed);
        var random = new Random(seed);
        assertTimeoutPreemptively(Duration.ofMinutes(1), () -> {
            int read = 0;
            for (int i = 0; i < ROUNDS; i++) {
                read += reads(broken(random)) ? 1 : 0;
            }
            assertThat(read).as("some must still be good").isGreaterThan(ROUNDS / 100);
        });
    }

    private static boolean reads(String text) {
        try {
            QueryParser.query(text).where().ifPresent(condition -> {
                assertThat(QueryParser.twinCondition(QueryWriter.write(condition)))
                        .as(text)
                        .isEqualTo(condition);
                Evaluator.matches(condition, Json.mapper().readTree("{\"deviceId\": \"a\", \"tags\": {\"x\": 1}}"));
            });
            return true;
        } catch (ProblemException refused) {
            assertThat(refused.problem().what()).as(text).contains("at column ");
            return false;
        }
    }

    private static String broken(Random random) {
        var text = new StringBuilder(GOOD.get(random.nextInt(GOOD.size())));
        for (int i = random.nextInt(4); i >= 0 && !text.isEmpty(); i--) {
            int at = random.nextInt(text.length());
            int end = Math.min(text.length(), at + random.nextInt(8));
            switch (random.nextInt(4)) {
                case 0 -> text.delete(at, end);
                case 1 -> text.insert(at, text.substring(at, end));
                case 2 -> text.insert(at, piece(random).repeat(1 + random.nextInt(3)));
                default -> text.insert(at, piece(random).repeat(random.nextInt(1500)));
            }
        }
        return text.toString();
    }

    private static String piece(Random random) {
        return PIECES.get(random.nextInt(PIECES.size()));
    }
}
