// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/// Listens to a stream of events.
final class Listener implements AutoCloseable {
    record Event(String name, String id, String data) {}

    private final InputStream stream;
    private final BufferedReader lines;

    Listener(Desk desk, String path, String lastEventId) throws Exception {
        var request = desk.request(path).header("Authorization", "Bearer " + desk.bearer);
        if (!lastEventId.isEmpty()) {
            request.header("Last-Event-ID", lastEventId);
        }
        stream = desk.http
                .send(request.GET().build(), HttpResponse.BodyHandlers.ofInputStream())
                .body();
        lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }

    Event next() throws IOException {
        String name = "";
        String id = "";
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("event: ")) {
                name = line.substring(7);
            } else if (line.startsWith("id: ")) {
                id = line.substring(4);
            } else if (line.startsWith("data: ")) {
                return new Event(name, id, line.substring(6));
            }
        }
        throw new AssertionError("The stream ended");
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
