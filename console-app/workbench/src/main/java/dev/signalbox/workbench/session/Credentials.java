// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.session;

import dev.signalbox.operator.operator.Joining;
import dev.signalbox.operator.operator.OperatorView;
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
    private final String workspace;

    Credentials(ConsoleFolder folder, HubContact contact, HubLink hub) {
        this.folder = folder;
        this.hub = hub;
        this.workspace = contact.workspace();
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
        return signIn(new SignIn("owner", read(ownerToken)));
    }

    /// A new session, kept.
    Session signIn(SignIn asked) {
        hub.show("");
        return keep(hub.post(hub.at(Paths.SIGN_IN), asked, Session.class));
    }

    /// A first session for an invitation, kept.
    Session join(Joining asked) {
        hub.show("");
        return keep(hub.post(hub.at(Paths.JOIN), asked, Session.class));
    }

    /// The session of whoever has this token; not kept.
    Session show(String token) {
        hub.show(token);
        OperatorView me = hub.get(hub.at(Paths.SESSION), OperatorView.class);
        return new Session(me.name(), token, workspace);
    }

    private Session keep(Session granted) {
        folder.write(file, Json.writeText(granted));
        hub.show(granted.bearer());
        return granted;
    }

    private boolean stillGood(Session session) {
        hub.show(session.bearer());
        try {
            hub.get(hub.at(Paths.SESSION), OperatorView.class);
            return true;
        } catch (ProblemException refused) {
            if (refused.problem().code().equals("operator.not-signed-in")) {
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
