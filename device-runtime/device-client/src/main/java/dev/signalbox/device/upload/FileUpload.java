// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.upload;

import dev.signalbox.device.clock.HubClock;
import dev.signalbox.device.credential.Credentials;
import dev.signalbox.device.https.FileSender;
import dev.signalbox.device.https.HubHttps;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.HubAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/// Uploads files by IoT Hub's three calls: ask for leave, send, say how it went. Safe for use by many threads; a hub
/// takes up to ten uploads of a device at a time.
public final class FileUpload implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FileUpload.class);
    private static final String VERSION = "?api-version=2020-03-13";
    private static final Map<String, String> BLOCK_BLOB = Map.of("x-ms-blob-type", "BlockBlob");
    private static final int CREATED = 201;

    private final Credentials credentials;
    private final SSLContext tls;
    private final FileSender storage;
    private @Nullable HubHttps hub;

    /// @param credentials the owner's to close
    /// @param tls whom to trust, as hub and as its storage
    public FileUpload(Credentials credentials, SSLContext tls) {
        this.credentials = credentials;
        this.tls = tls;
        this.storage = new FileSender(tls);
    }

    /// Returns when the hub has the whole file under this name, which lies in the device's own folder there; one of the
    /// same name is replaced. Blocks for as long as that takes.
    ///
    /// Throws IOException when it may work later, from the start, or there is no such file, and ProblemException
    /// `upload.refused` when the hub does not want it.
    public void upload(String name, Path file) throws IOException {
        Ticket ticket = begin(name);
        int status;
        try {
            status = storage.put(ticket.address(), BLOCK_BLOB, file);
        } catch (IOException | RuntimeException failed) {
            giveUp(ticket, 0);
            throw failed;
        }
        if (status != CREATED) {
            giveUp(ticket, status);
            throw unsent("the file", name, status);
        }
        end(ticket, status);
    }

    private Ticket begin(String name) throws IOException {
        ObjectNode asked = Json.mapper().createObjectNode().put("blobName", name);
        HubHttps.Answer answer = call("", asked);
        if (answer.status() != 200) {
            throw unsent("the wish to upload", name, answer.status());
        }
        return Ticket.read(answer.body());
    }

    private void end(Ticket ticket, int status) throws IOException {
        boolean success = status == CREATED;
        ObjectNode said = Json.mapper()
                .createObjectNode()
                .put("correlationId", ticket.correlation())
                .put("isSuccess", success)
                .put("statusCode", success ? 200 : status)
                .put("statusDescription", success ? "Done" : "Not uploaded");
        HubHttps.Answer answer = call("/notifications", said);
        if (answer.status() / 100 != 2) {
            throw unsent("the end of", ticket.correlation(), answer.status());
        }
    }

    /// One that the hub does not hear of ends by itself within the hour, but counts until then.
    private void giveUp(Ticket ticket, int status) {
        try {
            end(ticket, status);
        } catch (IOException | RuntimeException unheard) {
            LOG.debug("The hub did not hear that {} failed", ticket, unheard);
        }
    }

    private HubHttps.Answer call(String what, ObjectNode body) throws IOException {
        String path = "/devices/" + Ticket.encoded(credentials.access().id().value()) + "/files" + what + VERSION;
        HubHttps.Answer answer = hub().send("POST", path, credentials.pass().signature(), Json.write(body));
        if (answer.status() == 401) {
            credentials.refused();
        }
        return answer;
    }

    /// A device that was let in anew may have moved.
    private synchronized HubHttps hub() {
        HubAddress address = credentials.access().hub();
        if (hub == null || !hub.hub().equals(address)) {
            close(hub);
            hub = new HubHttps(address, tls, new HubClock());
        }
        return hub;
    }

    private static void close(@Nullable HubHttps hub) {
        if (hub != null) {
            hub.close();
        }
    }

    /// Ends what is under way.
    @Override
    public synchronized void close() {
        storage.close();
        close(hub);
    }

    private static IOException unsent(String what, String name, int status) {
        boolean later = status >= 500 || status == 429 || status == 408 || status == 401 || status == 403;
        if (later) {
            return new IOException("the hub answered " + status + " to " + what + " " + name);
        }
        throw new ProblemException(UploadProblems.refused(what, name, status));
    }
}
