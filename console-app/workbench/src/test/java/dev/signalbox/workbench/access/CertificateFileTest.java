// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.protocol.codec.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateFileTest {
    @TempDir
    Path folder;

    @Test
    void pemStaysAsItIsAndDerBecomesBase64() throws Exception {
        assertThat(text("-----BEGIN CERTIFICATE-----\n".getBytes())).isEqualTo("-----BEGIN CERTIFICATE-----\n");
        assertThat(text("0 digits first".getBytes())).isEqualTo("0 digits first");
        byte[] der = new byte[300];
        der[0] = 0x30;
        der[1] = (byte) 0x82;
        assertThat(Base64.getMimeDecoder().decode(text(der))).isEqualTo(der);
    }

    @Test
    void whatIsTooLongOrCannotBeReadIsExplained() {
        assertThatThrownBy(() -> text(new byte[16 * 1024 + 1]))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("longer than");
        assertThatThrownBy(() -> new CertificateFile(folder.resolve("none.pem")).text())
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("none.pem");
        assertThatThrownBy(() -> new CertificateFile(folder).text()).isInstanceOf(ProblemException.class);
    }

    private String text(byte[] bytes) throws Exception {
        return new CertificateFile(Files.write(folder.resolve("file.pem"), bytes)).text();
    }
}
