// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LineStreamTest {
    private static final int MOST = 100_000;

    @Test
    void linesComeOneByOneAndTheLastNeedsNoEnd() throws IOException {
        var lines = lines("one\n\nthree\nrest");
        assertThat(next(lines)).isEqualTo("one");
        assertThat(next(lines)).isEmpty();
        assertThat(next(lines)).isEqualTo("three");
        assertThat(next(lines)).isEqualTo("rest");
        assertThat(lines.next()).isNull();
    }

    @Test
    void aLineMayComeInPiecesAndBeAsLongAsTheBound() throws IOException {
        String longest = "x".repeat(MOST);
        var lines = new LineStream(inPieces("a\n" + longest + "\nb\n"), MOST);
        assertThat(next(lines)).isEqualTo("a");
        assertThat(next(lines)).isEqualTo(longest);
        assertThat(next(lines)).isEqualTo("b");
        assertThat(lines.next()).isNull();
    }

    @Test
    void aLongerLineIsRefused() {
        var lines = lines("x".repeat(MOST + 1) + "\n");
        assertThatThrownBy(lines::next).isInstanceOf(IOException.class).hasMessageContaining("longer than 100000");
    }

    private static LineStream lines(String text) {
        return new LineStream(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), MOST);
    }

    /// Gives at most seven bytes at a time.
    private static InputStream inPieces(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] into, int from, int most) {
                return super.read(into, from, Math.min(most, 7));
            }
        };
    }

    private static String next(LineStream lines) throws IOException {
        byte[] line = lines.next();
        return line == null ? "nothing" : new String(line, StandardCharsets.UTF_8);
    }
}
