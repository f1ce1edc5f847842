// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.agent.storage.Folder;
import dev.signalbox.device.credential.KeyCredentials;
import dev.signalbox.device.credential.RegisteredCredentials;
import dev.signalbox.protocol.codec.Digests;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.identity.HubAddress;
import dev.signalbox.protocol.identity.Pins;
import dev.signalbox.protocol.identity.ProvisioningToken;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// How a node finds out who it is, without a network.
@Timeout(30)
class JoiningTest {
    private static final HubAddress HUB = new HubAddress("hub.invalid", 8883, 8443);
    private static final Pins PINS = new Pins(HUB, Digests.of("ca"), Digests.of("owner"));
    private static final Identity KEYED = new Identity(HUB, PINS.ca(), PINS.ownerKey(), new DeviceId("pump-1"), "a2V5");
    private static final Given ASKING = new Given.Asking(new ProvisioningToken(PINS, "sbp_x", Optional.empty()));

    @TempDir
    Path path;

    private Folder folder;

    @BeforeEach
    void begin() {
        folder = Folder.at(path);
    }

    private Member join(Given given) throws InterruptedException {
        return joining().join(Optional.of(given));
    }

    private Joining joining() {
        return new Joining(folder, new PrintStream(PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8));
    }

    /// As a device that was let in leaves it.
    private void letIn(String device) {
        String token = Json.writeText(new ProvisioningToken(PINS, "sbp_x", Optional.empty()));
        String hub = Json.writeText(HUB);
        Instant now = Instant.now();
        folder.in("link")
                .write(
                        "registration.json",
                        ("{\"token\":" + token + ",\"grant\":{\"token\":\"sbr_x\",\"since\":\"" + now
                                        + "\"},\"admission\":{\"id\":\"" + device + "\",\"hub\":" + hub
                                        + ",\"signature\":\"SharedAccessSignature sr=x\",\"since\":\"" + now
                                        + "\",\"until\":\"" + now.plusSeconds(86_400) + "\"}}")
                                .getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aKeyNeedsNobodysApproval() throws Exception {
        var member = join(new Given.Known(KEYED));
        assertThat(member.identity()).isEqualTo(KEYED);
        assertThat(member.credentials()).isInstanceOf(KeyCredentials.class);
        assertThat(joining().join(Optional.empty()).identity()).isEqualTo(KEYED);
    }

    @Test
    void whoWasLetInIsKnownFromThenOn() throws Exception {
        letIn("pump-1");
        for (Optional<Given> given : List.of(Optional.of(ASKING), Optional.<Given>empty())) {
            var member = joining().join(given);
            assertThat(member.credentials()).isInstanceOf(RegisteredCredentials.class);
            assertThat(member.credentials().pass().signature()).isEqualTo("SharedAccessSignature sr=x");
            assertThat(member.identity().id()).isEqualTo(new DeviceId("pump-1"));
            assertThat(member.identity().ownerKey()).isEqualTo(PINS.ownerKey());
            member.credentials().close();
        }
    }

    @Test
    void aNodeOfTheFirstVersionChangesToARegistrationAndBack() throws Exception {
        join(new Given.Known(KEYED));
        letIn("pump-1");
        assertThat(joining().join(Optional.empty()).credentials()).isInstanceOf(KeyCredentials.class);
        assertThat(join(ASKING).credentials()).isInstanceOf(RegisteredCredentials.class);
        assertThat(joining().join(Optional.empty()).credentials()).isInstanceOf(RegisteredCredentials.class);
        assertThat(join(new Given.Known(KEYED)).credentials()).isInstanceOf(KeyCredentials.class);
        assertThat(joining().join(Optional.empty()).credentials()).isInstanceOf(KeyCredentials.class);
    }

    @Test
    void aFolderOfOneNodeIsNotGivenToAnother() throws Exception {
        join(new Given.Known(KEYED));
        letIn("pump-2");
        assertThatThrownBy(() -> join(ASKING)).hasMessageContaining("identity.folder-taken");
    }

    @Test
    void whoNeverHadATokenIsToldWhereToGetOne() {
        assertThatThrownBy(() -> joining().join(Optional.empty())).hasMessageContaining("identity.unknown");
    }
}
