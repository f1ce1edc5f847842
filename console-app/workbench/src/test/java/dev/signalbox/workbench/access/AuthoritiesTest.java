// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.signalbox.hub.Hub;
import dev.signalbox.hub.HubConfig;
import dev.signalbox.operator.authority.AuthorityView;
import dev.signalbox.operator.authority.NewAuthority;
import dev.signalbox.operator.device.NewIdentity;
import dev.signalbox.operator.device.Proof;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.workbench.session.Workbench;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Authorities in a real hub.
class AuthoritiesTest {
    private static final String ENDED = """
            -----BEGIN CERTIFICATE-----
            MIIBOzCB46ADAgECAgEBMAoGCCqGSM49BAMCMA4xDDAKBgNVBAMMA09sZDAeFw0y
            MDAxMDEwMDAwMDBaFw0yMTAxMDEwMDAwMDBaMA4xDDAKBgNVBAMMA09sZDBZMBMG
            ByqGSM49AgEGCCqGSM49AwEHA0IABAC7sfEOHcZNfHKeTDMW27VtvJ8B3ShHEw4D
            7VKgMmF7NruL0vOvqN1pM9+ytnweSsc72BA7Zf/bwmDvjtIQHQ+jMjAwMA8GA1Ud
            EwEB/wQFMAMBAf8wHQYDVR0OBBYEFBmJWczKBX96xaw6tmt3g04D2bxLMAoGCCqG
            SM49BAMCA0cAMEQCICaBX+gsl04umY1lLJ3geNESPrvaM+KPJix/yIC3f+3mAiBy
            7A9KM7DfIqTPXWZQarCRa1sLfBTg/oZVwYmnbDPS7g==
            -----END CERTIFICATE-----
            """;

    @TempDir
    Path folder;

    private Hub hub;
    private Workbench workbench;
    private Authorities authorities;

    @BeforeEach
    void start() {
        hub = Hub.start(HubConfig.inFolder(folder.resolve("hub")).onFreePorts());
        workbench = Workbench.openLocal(folder.resolve("hub"), folder.resolve("console"));
        authorities = workbench.authorities();
    }

    @AfterEach
    void stop() {
        workbench.close();
        hub.close();
    }

    @Test
    void whatTheHubRefusesIsExplainedByIt() {
        String pem = new CertificateFile(folder.resolve("hub/ca-certificate.pem")).text();
        authorities.add(new NewAuthority("works", pem, false));
        assertThat(authorities.list()).extracting(AuthorityView::name).containsExactly("works");
        refuses("again", pem, "authority.exists");
        refuses("other", "hello", "authority.refused");
        refuses("a b", pem, "authority.name-refused");
        assertThatThrownBy(() -> authorities.add(new NewAuthority("old", ENDED, false)))
                .hasMessageContaining("ended at 2021-01-01");
        authorities.delete("works");
        assertThat(authorities.list()).isEmpty();
    }

    @Test
    void devicesThatComeInByAnAuthorityAreCounted() {
        assertThat(authorities.devices()).hasValue(0);
        create("a", Proof.Kind.CERTIFICATE_AUTHORITY);
        create("b", Proof.Kind.CERTIFICATE_AUTHORITY);
        create("c", Proof.Kind.SAS);
        assertThat(authorities.devices()).hasValue(2);
    }

    @Test
    void theCommandsMakeAProofThatTheHubTakes() throws Exception {
        assumeTrue(isThere("openssl"), "openssl is not installed");
        run("openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30 -subj /CN=Pumps"
                + " -keyout authority.key -out authority.pem");
        String pem = new CertificateFile(folder.resolve("authority.pem")).text();
        AuthorityView added = authorities.add(new NewAuthority("pumps", pem, false));
        for (String line : new ProofCommands(added.verificationCode()).text().split("\n")) {
            run(line.replace("\"", ""));
        }
        String proof = new CertificateFile(folder.resolve("proof.pem")).text();
        assertThat(authorities.verify("pumps", proof).verified()).isTrue();

        run("openssl x509 -in authority.pem -outform DER -out authority.der");
        refuses("again", new CertificateFile(folder.resolve("authority.der")).text(), "authority.exists");
    }

    private void refuses(String name, String certificate, String code) {
        assertThatThrownBy(() -> authorities.add(new NewAuthority(name, certificate, false)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(code));
    }

    private void create(String id, Proof.Kind kind) {
        workbench.devices().create(new NewIdentity(new DeviceId(id), Map.of(), new Proof(kind, "", "")));
    }

    private static boolean isThere(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }

    private void run(String line) throws Exception {
        List<String> words = Arrays.asList(line.split(" "));
        Path said = folder.resolve("openssl.log");
        int status = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start()
                .waitFor();
        assertThat(status).as(line + "\n" + Files.readString(said)).isZero();
    }
}
