// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Operators who come and go, by commands.
class OperatorCommandsTest {
    @TempDir
    Path folder;

    private Shell shell;
    private Path password;

    @BeforeEach
    void open() throws Exception {
        shell = new Shell(folder);
        shell.startHub();
        password = Files.writeString(folder.resolve("password"), "correct horse battery staple\n");
    }

    @AfterEach
    void close() {
        shell.close();
    }

    /// Runs a command in the console folder of a colleague, who knows the hub from her invitation.
    private int as(String who, String... arguments) {
        var all = new java.util.ArrayList<>(List.of(arguments));
        int verb = arguments[0].equals("release") ? 1 : 2;
        all.add(verb, "--hub-data=" + folder.resolve("no hub here"));
        all.add(verb, "--data=" + folder.resolve(who));
        return shell.run(all);
    }

    private void joins(String who, String role) throws Exception {
        int before = shell.said().length();
        assertThat(shell.on("operators", "invite", who, "--role", role)).isZero();
        Path invitation = Files.writeString(
                folder.resolve(who + ".invitation"), shell.said().substring(before));
        assertThat(shell.run(
                        "session",
                        "join",
                        "--data=" + folder.resolve(who),
                        "--invitation-file=" + invitation,
                        "--password-file=" + password))
                .isZero();
        assertThat(shell.said()).contains("You are " + who + " in workspace demo, as " + role + ".");
    }

    @Test
    void aColleagueComesInAndMayDoWhatHerRoleSays() throws Exception {
        joins("anna", "author");
        assertThat(as("anna", "session", "show")).isZero();
        assertThat(shell.said()).containsPattern("anna +author +demo +no");
        assertThat(as("anna", "nodes", "add", "pump-1")).isEqualTo(1);
        assertThat(shell.complained())
                .contains(
                        "Operator anna is author and may not do this: adds node pump-1.",
                        "Ask somebody who is operator");
        assertThat(shell.on("operators", "role", "anna", "operator")).isZero();
        assertThat(as("anna", "nodes", "add", "pump-1")).isZero();
        assertThat(shell.on("operators", "suspend", "anna")).isZero();
        assertThat(as("anna", "nodes", "list")).isEqualTo(1);
        assertThat(shell.on("operators", "resume", "anna")).isZero();
        assertThat(as("anna", "session", "sign-out")).isZero();
        assertThat(as("anna", "nodes", "list")).isEqualTo(1);
        assertThat(as("anna", "session", "sign-in", "anna", "--password-file=" + password))
                .isZero();
        assertThat(as("anna", "nodes", "list")).isZero();
        assertThat(shell.on("audit", "list", "--operator", "anna")).isZero();
        assertThat(shell.said()).containsPattern("anna +127.0.0.1 +adds node pump-1 +refused");
        assertThat(shell.on("operators", "remove", "anna")).isZero();
        assertThat(shell.on("operators", "role", "anna", "viewer")).isEqualTo(1);
        assertThat(shell.on("operators", "invite", "bob", "--role", "king")).isEqualTo(1);
        assertThat(shell.complained()).contains("There is no role \"king\".");
    }

    @Test
    void aProgramComesInByATokenInAFile() throws Exception {
        int before = shell.said().length();
        assertThat(shell.on("operators", "add-program", "nightly", "--role", "viewer", "--life", "P7D"))
                .isZero();
        Path token = Files.writeString(folder.resolve("token"), shell.said().substring(before));
        assertThat(shell.said().substring(before)).startsWith("sbo_");
        assertThat(shell.on("session", "show", "--token-file=" + token)).isZero();
        assertThat(shell.said()).containsPattern("nightly +viewer");
        assertThat(shell.on("nodes", "add", "pump-1", "--token-file=" + token)).isEqualTo(1);
        assertThat(shell.on("operators", "list")).isZero();
        assertThat(shell.said()).containsPattern("nightly +program +viewer +active +not trusted");
        assertThat(shell.on("operators", "renew", "nightly")).isZero();
        assertThat(shell.on("session", "show", "--token-file=" + token)).isEqualTo(1);
        assertThat(shell.on("session", "show", "--token-file=" + folder.resolve("none")))
                .isEqualTo(1);
        assertThat(shell.complained()).contains("cannot be read");
        assertThat(shell.on("operators", "add-program", "other", "--role", "viewer", "--life", "long"))
                .isEqualTo(1);
    }

    @Test
    void whereTwoSignOneProposesAndAnotherApproves() throws Exception {
        joins("anna", "operator");
        assertThat(shell.on("operators", "signatures", "2")).isEqualTo(1);
        assertThat(shell.on("operators", "trust", "anna", "--fingerprint", "0".repeat(32)))
                .isEqualTo(1);
        assertThat(shell.on("operators", "trust", "anna")).isZero();
        String key = shell.said().replaceFirst("(?s).*The key of anna is ([0-9a-f]{32}).*", "$1");
        assertThat(as("anna", "session", "show")).isZero();
        assertThat(shell.said()).containsPattern("anna +operator +demo +no +" + key);
        assertThat(shell.on(
                        "operators",
                        "trust",
                        "anna",
                        "--fingerprint",
                        key.replaceAll("(.{4})", "$1 ").strip()))
                .isZero();
        assertThat(shell.on("operators", "signatures", "2")).isZero();
        assertThat(shell.on(Shell.with(List.of("services", "push"), Shell.samples("services", ".java"))))
                .isZero();
        assertThat(shell.on(Shell.with(List.of("flows", "push"), Shell.samples("flows", ".json"))))
                .isZero();
        assertThat(as("anna", "release", "--note", "as asked"))
                .as(shell.complained())
                .isZero();
        assertThat(shell.said()).contains("Release 1 has 1 of 2 signatures.");
        assertThat(shell.on("releases", "proposals")).isZero();
        assertThat(shell.said()).containsPattern("1 +\\S+Z +anna +anna +2");
        assertThat(shell.on("releases", "approve", "1")).isZero();
        String digest = shell.said().replaceFirst("(?s).*releases approve 1 --sign (\\S+).*", "$1");
        assertThat(shell.on("releases", "approve", "1", "--sign", "sha256:" + "0".repeat(64)))
                .isEqualTo(1);
        assertThat(shell.on("releases", "list")).isZero();
        assertThat(as("anna", "releases", "approve", "1", "--sign", digest)).isEqualTo(1);
        assertThat(shell.complained()).contains("has signed this already");
        assertThat(shell.on("releases", "approve", "1", "--sign", digest)).isZero();
        assertThat(shell.said()).contains("Release 1 is on its way.");
        assertThat(shell.on("releases", "take-back", "1")).isEqualTo(1);
        assertThat(shell.on("operators", "rights")).isZero();
        assertThat(shell.said()).containsPattern("operator +POST +/api/v1/releases +releases");
    }
}
