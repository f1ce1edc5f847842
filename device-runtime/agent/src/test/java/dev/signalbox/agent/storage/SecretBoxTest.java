// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretBoxTest {
    private static final byte[] SECRET = "swordfish".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @TempDir
    Path elsewhere;

    @Test
    void whatWasSealedOpensAfterARestart() {
        byte[] closed = SecretBox.in(Folder.at(folder)).seal(SECRET);
        assertThat(SecretBox.in(Folder.at(folder)).open(closed)).hasValue(SECRET);
    }

    @Test
    void theSameSecretNeverLooksTheSame() {
        var box = SecretBox.in(Folder.at(folder));
        assertThat(box.seal(SECRET)).isNotEqualTo(box.seal(SECRET));
    }

    @Test
    void whatIsChangedCutOrOfAnotherNodeDoesNotOpen() {
        var box = SecretBox.in(Folder.at(folder));
        byte[] closed = box.seal(SECRET);
        assertThat(SecretBox.in(Folder.at(elsewhere)).open(closed)).isEmpty();
        closed[closed.length - 1] ^= 1;
        assertThat(box.open(closed)).isEmpty();
        assertThat(box.open(new byte[5])).isEmpty();
    }
}
