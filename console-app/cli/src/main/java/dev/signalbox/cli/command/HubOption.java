// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.command;

import dev.signalbox.operator.session.HubContact;
import dev.signalbox.workbench.session.Workbench;
import java.nio.file.Path;
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

    /// Signs in.
    public Workbench open() {
        return contact == null ? Workbench.openLocal(hubData, data) : Workbench.open(Workbench.contact(contact), data);
    }

    /// Where the contact file is; whether it is there shows later.
    public Path contactFile() {
        return contact == null ? hubData.resolve(Workbench.CONTACT_FILE) : contact;
    }

    /// Fails with a sentence when no hub was started there.
    public HubContact contact() {
        return Workbench.contact(contactFile());
    }

    public Path data() {
        return data;
    }
}
