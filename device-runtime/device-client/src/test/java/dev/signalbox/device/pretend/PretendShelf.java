// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.pretend;

import static dev.signalbox.device.pretend.Done.done;

import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.SasTokens;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.identity.HubAddress;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.PemKeyCertOptions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;

/// The HTTPS side of a hub that takes files from one device, and the storage behind it. Real TLS, real HTTP.
public final class PretendShelf implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final DeviceId device;
    private final HttpServer server;
    private final int port;

    /// Method, path and query of each call, in order.
    public final List<String> calls = new CopyOnWriteArrayList<>();

    /// What the device said of its uploads.
    public final List<String> ends = new CopyOnWriteArrayList<>();

    public final Map<String, byte[]> files = new ConcurrentHashMap<>();

    /// What the call whose path ends so is answered with.
    public final Map<String, Integer> answers = new ConcurrentHashMap<>();

    public PretendShelf(DeviceId device, Authority.ServerChain chain) {
        this.device = device;
        var options = new HttpServerOptions()
                .setSsl(true)
                .setKeyCertOptions(new PemKeyCertOptions()
                        .addKeyValue(Buffer.buffer(chain.key()))
                        .addCertValue(Buffer.buffer(chain.chain())));
        server = vertx.createHttpServer(options.setHost("127.0.0.1"));
        server.requestHandler(request -> request.body().onSuccess(body -> answer(request, body)));
        port = done(server.listen()).actualPort();
    }

    public HubAddress address() {
        return new HubAddress("127.0.0.1", 8883, port);
    }

    private void answer(HttpServerRequest request, Buffer body) {
        calls.add(request.method() + " " + request.uri());
        int asked = answers.entrySet().stream()
                .filter(entry -> request.path().endsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(0);
        if (asked != 0) {
            request.response().setStatusCode(asked).end();
        } else if (request.path().startsWith("/account/")) {
            put(request, body);
        } else if (!SasTokens.isGood(
                request.getHeader("Authorization"), "127.0.0.1/devices/" + device, PretendHub.KEY, Instant.now())) {
            request.response().setStatusCode(401).end();
        } else if (request.path().endsWith("/notifications")) {
            ends.add(body.toString());
            request.response().setStatusCode(204).end();
        } else {
            request.response().end(Buffer.buffer(Json.write(leave(body))));
        }
    }

    private JsonNode leave(Buffer body) {
        String name = Json.readTree(body.getBytes()).path("blobName").stringValue();
        return Json.mapper()
                .createObjectNode()
                .put("correlationId", "c-1")
                .put("hostName", "127.0.0.1:" + port + "/account")
                .put("containerName", "files")
                .put("blobName", device + "/" + name)
                .put("sasToken", "?sv=2021&sig=a%2Bb%3D");
    }

    private void put(HttpServerRequest request, Buffer body) {
        boolean good = "BlockBlob".equals(request.getHeader("x-ms-blob-type"))
                && "sv=2021&sig=a%2Bb%3D".equals(request.query())
                && request.getHeader("Authorization") == null;
        if (good) {
            files.put(request.path(), body.getBytes());
        }
        request.response().setStatusCode(good ? 201 : 403).end();
    }

    @Override
    public void close() {
        done(vertx.close());
    }
}
