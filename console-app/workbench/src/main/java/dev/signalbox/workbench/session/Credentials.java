// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.session;

import dev.signalbox.operator.session.HubContact;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.operator.session.Session;
import dev.signalbox.operator.session.SignIn;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.trust.Digest;
import dev.signalbox.workbench.link.HubCertificate;
import dev.signalbox.workbench.link.HubLink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The console's session with a hub, kept on disk by the hub's certificate, so that one console folder can know many
/// hubs.
final class Credentials {
    private final ConsoleFolder folder;
    private final HubLink hub;
    private final String file;

    Credentials(ConsoleFolder folder, HubContact contact, HubLink hub) {
        this.folder = folder;
        this.hub = hub;
        Digest ca = HubCertificate.of(contact.caPem()).fingerprint();
        this.file = "session-" + ca.hex().substring(0, 16) + ".json";
    }

    /// The stored session if the hub still takes it, else a new one for the one-time token. The token's file may be
    /// missing.
    Session signIn(Path ownerToken) {
        Optional<Session> stored = folder.read(file).map(text -> Json.read(text, Session.class));
        if (stored.isPresent() && stillGood(stored.get())) {
            return stored.get();
        }
        String secret = read(ownerToken);
        hub.show("");
        Session granted = hub.post(hub.at(Paths.SIGN_IN), new SignIn("owner", secret), Session.class);
        folder.write(file, Json.writeText(granted));
        hub.show(granted.bearer());
        return granted;
    }

    private boolean stillGood(Session session) {
        hub.show(session.bearer());
        try {
            hub.find(hub.at(Paths.TRUST), Object.class);
            return true;
        } catch (ProblemException refused) {
            if (refused.problem().code().startsWith("operator.")) {
                return false;
            }
            throw refused;
        }
    }

    private static String read(Path ownerToken) {
        try {
            return Files.readString(ownerToken).strip();
        } catch (IOException missing) {
            throw new ProblemException(SessionProblems.notSignedIn(ownerToken), missing);
        }
    }
}
