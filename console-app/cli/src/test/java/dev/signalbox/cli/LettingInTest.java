// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who is let in: devices, back ends and authorities.
class LettingInTest {
    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(folder);
    }

    @AfterEach
    void close() {
        shell.close();
    }

    @Test
    void aTokenIsMadeListedAndRevoked() {
        shell.startHub();
        assertThat(shell.on("tokens", "make", "hall-b", "--device", "pump-1", "--single-use", "--life", "PT1H"))
                .isZero();
        assertThat(shell.said()).contains("signalbox2.");
        assertThat(shell.on("tokens", "list")).isZero();
        assertThat(shell.said()).containsPattern("hall-b +open +\\S+Z +0 +pump-1");
        assertThat(shell.on("tokens", "make", "HALL-B")).isEqualTo(1);
        assertThat(shell.on("tokens", "revoke", "hall-b")).isZero();
        assertThat(shell.on("tokens", "revoke", "hall-b")).isEqualTo(1);
        assertThat(shell.on("tokens", "make", "bad", "--life", "soon")).isEqualTo(1);
        assertThat(shell.complained()).contains("\"soon\" is no duration");
    }

    @Test
    void aDeviceThatWaitsIsNamedByItsCode() {
        shell.startHub();
        assertThat(shell.on("waiting", "list")).isZero();
        assertThat(shell.said()).contains("CODE").contains("DEVICE");
        assertThat(shell.on("waiting", "approve", "AAAA-AAAA")).isEqualTo(1);
        assertThat(shell.complained()).contains("shows the code AAAA-AAAA");
    }

    @Test
    void aWorkspaceIsClosedToNewDevicesAndOpened() {
        shell.startHub();
        assertThat(shell.on("waiting", "close")).isZero();
        assertThat(shell.said()).contains("closed to new devices, since ").contains(" by ");
        assertThat(shell.on("waiting", "list")).isZero();
        assertThat(shell.complained()).contains("closed to new devices");
        assertThat(shell.on("waiting", "open")).isZero();
        assertThat(shell.said()).contains("open to new devices");
    }

    @Test
    void authoritiesAreEnteredListedAndForgotten() {
        shell.startHub();
        String file = folder.resolve("hub/ca-certificate.pem").toString();
        assertThat(shell.on("authorities", "add", "pumps", file)).isZero();
        assertThat(shell.said()).containsPattern("[0-9A-F]{48}");
        assertThat(shell.on("authorities", "verify", "pumps", file)).isEqualTo(1);
        assertThat(shell.complained()).contains("its subject is not the verification code");
        assertThat(shell.on("authorities", "list")).isZero();
        assertThat(shell.said()).contains("pumps").contains("not verified").contains("CN=Signalbox hub CA");
        assertThat(shell.on("authorities", "delete", "pumps")).isZero();
        assertThat(shell.on("authorities", "add", "pumps", file, "--verified")).isZero();
        assertThat(shell.said()).contains("pumps lets devices in");
        assertThat(shell.on("nodes", "add", "pump-1", "--ca-signed")).isZero();
        assertThat(shell.said()).contains("HostName=127.0.0.1;DeviceId=pump-1;x509=true");
    }

    @Test
    void backEndsGetTheirConnectionStrings() {
        shell.startHub();
        assertThat(shell.on("policies", "list")).isZero();
        assertThat(shell.said())
                .contains("iothubowner")
                .contains("ServiceConnect")
                .doesNotContain("SharedAccessKey=");
        assertThat(shell.on("policies", "connection-string", "service")).isZero();
        assertThat(shell.said()).contains("HostName=127.0.0.1;SharedAccessKeyName=service;SharedAccessKey=");
        assertThat(shell.on("policies", "connection-string", "nobody")).isEqualTo(1);
        assertThat(shell.complained()).contains("signalbox policies list");
    }
}
