// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.upload;

import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/// The hub's leave to upload one file.
///
/// @param correlation IoT Hub's name for the upload
/// @param address where to, with a secret in it
record Ticket(String correlation, String address) {
    /// Throws IOException when the hub says something else.
    static Ticket read(byte[] json) throws IOException {
        try {
            JsonNode answer = Json.readTree(json);
            String address = "https://" + text(answer, "hostName") + "/" + encoded(text(answer, "containerName")) + "/"
                    + encoded(text(answer, "blobName")) + text(answer, "sasToken");
            return new Ticket(text(answer, "correlationId"), address);
        } catch (ProblemException malformed) {
            throw new IOException("the hub's leave to upload a file cannot be read", malformed);
        }
    }

    private static String text(JsonNode answer, String name) throws IOException {
        JsonNode value = answer.path(name);
        if (!value.isString() || value.stringValue().isEmpty()) {
            throw new IOException("the hub's leave to upload a file lacks " + name);
        }
        return value.stringValue();
    }

    /// For a path; the slashes stay.
    static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/");
    }

    /// Without the secret.
    @Override
    public String toString() {
        return "upload " + correlation;
    }
}
