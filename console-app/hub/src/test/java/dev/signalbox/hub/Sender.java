// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import dev.signalbox.operator.node.DeviceKeys;
import dev.signalbox.operator.node.FileView;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.SasTokens;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// A device that uploads files, request by request.
record Sender(Desk desk, DeviceKeys keys, Clock clock) {
    static final String API = "api-version=2021-04-12";

    Sender(Desk desk, DeviceKeys keys) {
        this(desk, keys, Clock.systemUTC());
    }

    HttpResponse<String> post(String path, String body) {
        return desk.send(request(path).method("POST", BodyPublishers.ofString(body)));
    }

    HttpRequest.Builder request(String path) {
        String own = desk.site.address().host() + "/devices/" + keys.id();
        return desk.request(path + "?" + API)
                .header(
                        "Authorization",
                        SasTokens.make(own, keys.primaryKey(), clock.instant().plusSeconds(60)));
    }

    HttpResponse<String> ask(String name) {
        return post("/devices/" + keys.id() + "/files", "{\"blobName\":" + Json.writeText(name) + "}");
    }

    JsonNode begin(String name) {
        return BackEnd.tree(ask(name));
    }

    HttpResponse<String> end(JsonNode upload, boolean good) {
        return post(
                "/devices/" + keys.id() + "/files/notifications",
                "{\"correlationId\":\"%s\",\"isSuccess\":%s,\"statusCode\":201,\"statusDescription\":\"\"}"
                        .formatted(upload.get("correlationId").asString(), good));
    }

    /// The path of the blob with its token, as a storage client makes it.
    static String blob(JsonNode upload) {
        String host = upload.get("hostName").asString();
        return host.substring(host.indexOf('/')) + "/"
                + upload.get("containerName").asString() + "/"
                + upload.get("blobName").asString()
                + upload.get("sasToken").asString();
    }

    HttpResponse<String> put(String path, BodyPublisher body) {
        return desk.send(
                desk.request(path).header("x-ms-blob-type", "BlockBlob").PUT(body));
    }

    HttpResponse<String> put(String path, String body) {
        return put(path, BodyPublishers.ofString(body));
    }

    List<FileView> files() {
        return Arrays.asList(Json.read(desk.get(files(keys.id().value())).body(), FileView[].class));
    }

    String content(FileView file) {
        return desk.get(files(keys.id().value()) + "/" + file.id()).body();
    }

    static String files(String device) {
        return Paths.NODES + "/" + device + "/files";
    }
}
