// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.identity;

import dev.signalbox.agent.storage.Folder;
import dev.signalbox.device.clock.HubClock;
import dev.signalbox.device.credential.Credentials.Access;
import dev.signalbox.device.credential.KeyCredentials;
import dev.signalbox.device.credential.RegisteredCredentials;
import dev.signalbox.device.credential.RegisteredCredentials.Asked;
import dev.signalbox.device.https.HubHttps;
import dev.signalbox.device.provisioning.CodeOnScreen;
import dev.signalbox.device.tls.PinnedTls;
import dev.signalbox.protocol.identity.ConnectionString;
import dev.signalbox.protocol.identity.HubAddress;
import dev.signalbox.protocol.identity.Pins;
import dev.signalbox.protocol.trust.Digest;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;

/// How a node comes to its identity: from what it is given, from its folder, or from a person who lets it in.
public final class Joining {
    private final Folder folder;
    private final IdentityStore identities;
    private final PrintStream screen;
    private final HubClock clock = new HubClock();

    /// @param screen where the code to compare is shown
    public Joining(Folder folder, PrintStream screen) {
        this.folder = folder;
        this.identities = new IdentityStore(folder);
        this.screen = screen;
    }

    /// Waits for a person only where nobody let this node in before. Throws ProblemException when it cannot be let in.
    public Member join(Optional<Given> given) throws InterruptedException {
        Optional<Identity> known = given.flatMap(Joining::known);
        Optional<Asked> asked = given.isPresent() ? given.flatMap(Joining::asked) : keptAsking();
        return asked.isPresent() ? asking(asked.get()) : keyed(identities.settle(known));
    }

    private static Optional<Identity> known(Given given) {
        return given instanceof Given.Known known ? Optional.of(known.identity()) : Optional.empty();
    }

    private static Optional<Asked> asked(Given given) {
        return given instanceof Given.Asking asking
                ? Optional.of(new Asked(asking.token(), asking.token().deviceId()))
                : Optional.empty();
    }

    /// A node that was given a key later is not asking any more.
    private Optional<Asked> keptAsking() {
        boolean hasKey = identities.kept().filter(Identity::hasKey).isPresent();
        return hasKey ? Optional.empty() : RegisteredCredentials.kept(registrationFolder());
    }

    private Member keyed(Identity identity) {
        var tls = PinnedTls.toCa(identity.ca(), clock);
        var string = new ConnectionString(identity.hub().host(), identity.id(), identity.sharedAccessKey());
        return new Member(identity, new KeyCredentials(string, https(identity.hub(), tls)), tls);
    }

    private Member asking(Asked asked) throws InterruptedException {
        Pins pins = asked.token().pins();
        var tls = PinnedTls.toCa(pins.ca(), clock);
        var credentials = RegisteredCredentials.open(
                registrationFolder(), asked, https(pins.hub(), tls), new CodeOnScreen(screen));
        credentials.awaitAdmission();
        Access access = credentials.access();
        Identity identity = registered(access, pins.ca(), pins.ownerKey());
        return new Member(identities.settle(Optional.of(identity)), credentials, tls);
    }

    private static Identity registered(Access access, Digest ca, Digest ownerKey) {
        return new Identity(access.hub(), ca, ownerKey, access.id(), "");
    }

    private HubHttps https(HubAddress hub, PinnedTls tls) {
        return new HubHttps(hub, tls.context(), clock);
    }

    private Path registrationFolder() {
        return folder.in("link").path();
    }
}
