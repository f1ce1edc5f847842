// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.device.clock.HubClock;
import dev.signalbox.device.credential.KeyCredentials;
import dev.signalbox.device.https.HubHttps;
import dev.signalbox.device.pretend.Authority;
import dev.signalbox.device.pretend.PretendHub;
import dev.signalbox.device.pretend.PretendShelf;
import dev.signalbox.device.tls.PinnedTls;
import dev.signalbox.protocol.codec.ConnectionStrings;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.DeviceId;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class FileUploadTest {
    private static final DeviceId PUMP = new DeviceId("acme:pump-1");
    private static final String NAME = "signalbox-payload/a b#1";

    @TempDir
    Path folder;

    private final Authority authority = new Authority();
    private final PretendShelf hub = new PretendShelf(PUMP, authority.issue("127.0.0.1"));
    private final byte[] content = new byte[700_000];
    private KeyCredentials credentials;
    private FileUpload upload;
    private Path file;

    @BeforeEach
    void open() throws IOException {
        var tls = PinnedTls.toCa(authority.digest()).context();
        var given =
                ConnectionStrings.read("HostName=127.0.0.1;DeviceId=" + PUMP + ";SharedAccessKey=" + PretendHub.KEY);
        credentials = new KeyCredentials(given, new HubHttps(hub.address(), tls, new HubClock()));
        upload = new FileUpload(credentials, tls);
        new Random(4).nextBytes(content);
        file = Files.write(folder.resolve("payload"), content);
    }

    @AfterEach
    void close() {
        upload.close();
        credentials.close();
        hub.close();
    }

    private JsonNode end() {
        assertThat(hub.ends).hasSize(1);
        return Json.readTree(hub.ends.getFirst().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Test
    void aFileGoesUpInThreeCalls() throws IOException {
        upload.upload(NAME, file);
        assertThat(hub.calls)
                .containsExactly(
                        "POST /devices/acme%3Apump-1/files?api-version=2020-03-13",
                        "PUT /account/files/acme%3Apump-1/signalbox-payload/a%20b%231?sv=2021&sig=a%2Bb%3D",
                        "POST /devices/acme%3Apump-1/files/notifications?api-version=2020-03-13");
        assertThat(hub.files.values()).singleElement().isEqualTo(content);
        assertThat(end())
                .hasToString("{\"correlationId\":\"c-1\",\"isSuccess\":true,\"statusCode\":200,"
                        + "\"statusDescription\":\"Done\"}");
    }

    @Test
    void whatMayWorkLaterIsAnIoExceptionAndTheHubHearsThatItFailed() throws IOException {
        hub.answers.put("/signalbox-payload/a%20b%231", 503);
        assertThatThrownBy(() -> upload.upload(NAME, file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("503");
        assertThat(end().path("isSuccess").asBoolean()).isFalse();
        hub.answers.clear();
        upload.upload(NAME, file);
        assertThat(hub.files.values()).singleElement().isEqualTo(content);
    }

    @Test
    void whatTheHubDoesNotWantIsAProblem() {
        hub.answers.put("/files", 400);
        assertThatThrownBy(() -> upload.upload(NAME, file))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("upload.refused"));
        hub.answers.clear();
        hub.answers.put("/signalbox-payload/a%20b%231", 413);
        assertThatThrownBy(() -> upload.upload(NAME, file)).isInstanceOf(ProblemException.class);
    }

    @Test
    void aFileWhoseEndTheHubDidNotHearIsNotUploaded() {
        hub.answers.put("/notifications", 500);
        assertThatThrownBy(() -> upload.upload(NAME, file)).isInstanceOf(IOException.class);
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> upload.upload(NAME, folder.resolve("gone")))
                .isInstanceOf(FileNotFoundException.class)
                .hasMessageContaining("gone");
        assertThat(end().path("isSuccess").asBoolean()).isFalse();
    }

    @Test
    void aHubThatIsAwayIsAnIoException() {
        hub.close();
        assertThatThrownBy(() -> upload.upload(NAME, file)).isInstanceOf(IOException.class);
    }

    @Test
    void whatTheHubSaysMustMakeSense() {
        for (String leave : new String[] {"[]", "{\"hostName\":\"h\"}", "{", ""}) {
            assertThatThrownBy(() -> Ticket.read(leave.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                    .isInstanceOf(IOException.class);
        }
    }
}
