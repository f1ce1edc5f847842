// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.release;

import dev.signalbox.agent.storage.Folder;
import dev.signalbox.protocol.codec.Digests;
import dev.signalbox.protocol.codec.Dsse;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.codec.Trust;
import dev.signalbox.protocol.release.ReleaseManifest;
import dev.signalbox.protocol.trust.Digest;
import dev.signalbox.protocol.trust.Envelope;
import dev.signalbox.protocol.trust.TrustDocument;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

/// What operators signed, from the source and on the disk: the trust document and releases. What the pinned owner's
/// operators did not sign is let through nowhere, also not from the disk.
final class Envelopes {
    static final String FOLDER = "releases";

    private static final String TRUST = "trust.json";
    private static final Pattern NUMBERED = Pattern.compile("\\d{1,18}\\.json");

    private final Folder folder;
    private final ReleaseSource source;
    private final Digest ownerKey;

    Envelopes(Folder folder, ReleaseSource source, Digest ownerKey) {
        this.folder = folder;
        this.source = source;
        this.ownerKey = ownerKey;
    }

    /// A release that was fetched and is good, and whose signatures count by now.
    record Fetched(Envelope envelope, ReleaseManifest manifest, NewestTrust trust) {}

    private record NewestTrust(Envelope envelope, TrustDocument document) {}

    Fetched fetch(Order order) throws IOException {
        NewestTrust trust = newestTrust();
        Envelope envelope = source.release(order.release());
        return new Fetched(envelope, checked(order, envelope, trust.document()), trust);
    }

    /// Keeps a release. What is kept already has to be believed still, for a node runs it or goes back to it: when
    /// who signed that is trusted no more, the hub has it with another signature. The trust document comes last, so
    /// that a power cut in between leaves all as it was.
    void keep(Order order, Fetched fetched) throws IOException {
        for (String name : folder.in(FOLDER).names()) {
            renew(name, fetched.trust().document());
        }
        folder.in(FOLDER).write(fileOf(order.release()), Json.write(fetched.envelope()));
        boolean isNew = keptTrust()
                .filter(kept -> kept.version() >= fetched.trust().document().version())
                .isEmpty();
        if (isNew) {
            folder.write(TRUST, Json.write(fetched.trust().envelope()));
        }
    }

    private void renew(String name, TrustDocument trust) throws IOException {
        Optional<Envelope> kept = folder.in(FOLDER).read(name).flatMap(Envelopes::read);
        if (!NUMBERED.matcher(name).matches() || kept.isEmpty() || isGood(kept.get(), trust)) {
            return;
        }
        try {
            Envelope again = source.release(numberOf(name));
            if (again.payload().equals(kept.get().payload()) && isGood(again, trust)) {
                folder.in(FOLDER).write(name, Json.write(again));
            }
        } catch (ProblemException notGiven) {
            // then there is nothing to go back to, which is no reason against what was released now
        }
    }

    private static boolean isGood(Envelope envelope, TrustDocument trust) {
        try {
            Trust.openRelease(envelope, trust);
            return true;
        } catch (ProblemException refused) {
            return false;
        }
    }

    /// The manifest as it is on the disk. Throws ProblemException when it is not there, or not good.
    ReleaseManifest kept(Order order) {
        TrustDocument trust = keptTrust().orElseThrow(() -> missing(order));
        Envelope envelope = folder.in(FOLDER)
                .read(fileOf(order.release()))
                .flatMap(Envelopes::read)
                .orElseThrow(() -> missing(order));
        return checked(order, envelope, trust);
    }

    static ProblemException missing(Order order) {
        return new ProblemException(ReleaseProblems.notKept(order.release()));
    }

    private NewestTrust newestTrust() throws IOException {
        Envelope envelope = source.trust();
        TrustDocument sent = Trust.openTrust(envelope, ownerKey);
        Optional<TrustDocument> known = keptTrust();
        if (known.isPresent() && known.get().version() > sent.version()) {
            throw new ProblemException(ReleaseProblems.trustOlder(known.get().version(), sent.version()));
        }
        return new NewestTrust(envelope, sent);
    }

    /// A file that a disk has spoiled counts as none.
    private Optional<TrustDocument> keptTrust() {
        return folder.read(TRUST).flatMap(Envelopes::read).flatMap(this::opened);
    }

    private Optional<TrustDocument> opened(Envelope kept) {
        try {
            return Optional.of(Trust.openTrust(kept, ownerKey));
        } catch (ProblemException spoiled) {
            return Optional.empty();
        }
    }

    private static Optional<Envelope> read(byte[] kept) {
        try {
            return Optional.of(Json.read(kept, Envelope.class));
        } catch (ProblemException spoiled) {
            return Optional.empty();
        }
    }

    /// The highest number of a release that is kept here, whole or not; 0 for none.
    long newestKept() {
        return folder.in(FOLDER).names().stream()
                .filter(name -> NUMBERED.matcher(name).matches())
                .mapToLong(Envelopes::numberOf)
                .max()
                .orElse(0);
    }

    private static ReleaseManifest checked(Order order, Envelope envelope, TrustDocument trust) {
        ReleaseManifest manifest = Trust.openRelease(envelope, trust);
        if (manifest.number() != order.release()
                || !Digests.of(Dsse.payload(envelope)).equals(order.digest())) {
            throw new ProblemException(ReleaseProblems.digest("release " + order.release()));
        }
        return manifest;
    }

    private static long numberOf(String file) {
        return Long.parseLong(file.substring(0, file.indexOf('.')));
    }

    static String fileOf(long release) {
        return release + ".json";
    }
}
