// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.stream;

import static dev.signalbox.hub.stream.Belt.PUMP;

import dev.signalbox.hub.file.FileShelf;
import dev.signalbox.hub.file.Space;
import dev.signalbox.hub.file.Uploads;
import dev.signalbox.operator.node.FileView;
import dev.signalbox.protocol.codec.Digests;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.identity.DeviceId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/// A test with a log, its streams, and files that pump-1 uploads.
abstract class OnShelf extends OnBelt {
    static final Duration WEEK = Duration.ofDays(7);
    static final String LINK = "{\"link\":\"large/1.bin\"}";
    static final Map<String, String> EXTERNALISED = Map.of("has-externalized-payload", "true");

    void uploadAgain(String name, String content) throws IOException {
        uploadAgain(name, content, belt.sorted);
    }

    /// As a device does it, over the uploads' own way.
    void uploadAgain(String name, String content, SortedLog to) throws IOException {
        var uploads = Uploads.in(new Space(folder, 0), shelf(), to.payloads(), belt.clock);
        var upload = uploads.begin(new DeviceId(PUMP), name);
        upload.isContent(Files.writeString(upload.part(content.length()), content));
        uploads.end(new DeviceId(PUMP), upload.id().toString(), true);
    }

    FileShelf shelf() {
        return FileShelf.in(folder, belt.problems::add);
    }

    Path ofPump() {
        return folder.resolve("files").resolve(Digests.of(PUMP).hex());
    }

    Path upload(String name, String content) throws IOException {
        return upload(name, content, Instant.parse("2026-03-01T12:00:00Z"));
    }

    Path upload(String name, byte[] content) throws IOException {
        return Files.write(upload(name, ""), content);
    }

    /// As the hub kept it before uploads were counted.
    Path upload(String name, String content, Instant at) throws IOException {
        var id = UUID.randomUUID();
        Path entry = Files.createDirectories(ofPump().resolve(id.toString()));
        var about = new FileView(id, name, content.length(), at);
        Files.write(entry.resolve("about.json"), Json.write(about));
        return Files.writeString(entry.resolve("content"), content);
    }
}
