// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.command;

import dev.signalbox.operator.session.HubContact;
import dev.signalbox.workbench.session.Workbench;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which hub, and which console folder signs in to it.
public final class HubOption {
    private static final String HOME = "${sys:user.home}/.local/share/signalbox/";

    /// Where the console keeps its things, unless it is told otherwise.
    static final String CONSOLE_FOLDER = "${env:SIGNALBOX_CONSOLE_DATA:-" + HOME + "console}";

    @Option(
            names = "--hub-data",
            paramLabel = "DIR",
            defaultValue = "${env:SIGNALBOX_HUB_DATA:-" + HOME + "hub}",
            description = "data folder of a hub on this machine (default: ${DEFAULT-VALUE})")
    private Path hubData = Path.of("");

    @Option(names = "--contact", paramLabel = "FILE", description = "contact file (hub.json) of a hub elsewhere")
    private @Nullable Path contact;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = CONSOLE_FOLDER,
            description = "console folder with session and owner key (default: ${DEFAULT-VALUE})")
    private Path data = Path.of("");

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            defaultValue = "${env:SIGNALBOX_TOKEN_FILE}",
            description = "file with the token of a program; the environment may hold the token as SIGNALBOX_TOKEN"
                    + " instead")
    private @Nullable Path tokenFile;

    /// Signs in: with a program's token if there is one, else with the session of the console folder.
    public Workbench open() {
        Optional<String> token = token();
        if (token.isPresent()) {
            return Workbench.openWithToken(contact(), data, token.get());
        }
        Path contactFile = contactFile();
        return contactFile.equals(hubData.resolve(Workbench.CONTACT_FILE))
                ? Workbench.openLocal(hubData, data)
                : Workbench.open(Workbench.contact(contactFile), data);
    }

    private Optional<String> token() {
        return tokenFile == null
                ? Optional.ofNullable(System.getenv("SIGNALBOX_TOKEN")).filter(token -> !token.isBlank())
                : Optional.of(SecretFile.read(tokenFile));
    }

    /// Where the contact file is: the one that was named, else that of the hub on this machine, else that of the hub
    /// that this console joined. Whether it is there shows later.
    public Path contactFile() {
        Path local = hubData.resolve(Workbench.CONTACT_FILE);
        Path joined = data.resolve(Workbench.CONTACT_FILE);
        if (contact != null) {
            return contact;
        }
        return Files.notExists(local) && Files.exists(joined) ? joined : local;
    }

    /// Fails with a sentence when no hub was started there.
    public HubContact contact() {
        return Workbench.contact(contactFile());
    }

    public Path data() {
        return data;
    }
}
