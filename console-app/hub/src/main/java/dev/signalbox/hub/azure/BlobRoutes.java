// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.azure;

import dev.signalbox.hub.file.BlockId;
import dev.signalbox.hub.file.BlockList;
import dev.signalbox.hub.file.FileProblems;
import dev.signalbox.hub.file.Upload;
import dev.signalbox.hub.file.Uploads;
import dev.signalbox.hub.stranger.Strangers;
import dev.signalbox.protocol.codec.ProblemException;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/// Takes files as Azure's storage clients send them: Put Blob, Put Block and Put Block List, each let in by the token
/// that the hub made for that one file. What a device sends goes from the connection to the disk.
public final class BlobRoutes {
    /// Azure's clients take the first part of a path under an address for the storage account.
    static final String ACCOUNT = "/signalbox";

    static final String CONTAINER = "files";
    private static final String ROOT = ACCOUNT + "/";
    private static final String PREFIX = CONTAINER + "/";
    private static final int LONGEST_LIST = 512 * 1024;

    private final Uploads uploads;
    private final BlobDesk desk;

    public BlobRoutes(Uploads uploads, BlobDesk desk) {
        this.uploads = uploads;
        this.desk = desk;
    }

    void add(Router router) {
        router.route(HttpMethod.PUT, ROOT + "*")
                .handler(context -> desk.replies().guard(context, () -> put(context)));
        router.route(HttpMethod.HEAD, ROOT + "*")
                .handler(context -> desk.replies().guard(context, () -> head(context)));
    }

    private void put(RoutingContext context) {
        Upload upload = upload(context);
        switch (parameter(context.request(), "comp")) {
            case "" -> putBlob(context, upload);
            case "block" -> putBlock(context, upload);
            case "blocklist" -> desk.body(context, upload, LONGEST_LIST, list -> commit(upload, list));
            default -> throw new ProblemException(AzureProblems.notOffered("this kind of write to a blob"));
        }
    }

    private void putBlob(RoutingContext context, Upload upload) {
        String type = context.request().getHeader("x-ms-blob-type");
        if (!"BlockBlob".equals(type)) {
            throw new ProblemException(AzureProblems.notOffered("blobs other than block blobs"));
        }
        if ("*".equals(context.request().getHeader("If-None-Match")) && upload.isWritten()) {
            throw new ProblemException(AzureProblems.blobExists());
        }
        desk.stream(context, upload, upload::isContent);
    }

    private void putBlock(RoutingContext context, Upload upload) {
        var block = new BlockId(parameter(context.request(), "blockid"));
        desk.stream(context, upload, part -> upload.isBlock(part, block));
    }

    private void commit(Upload upload, byte[] list) {
        List<BlockId> blocks = BlockList.read(list);
        desk.within(upload.taken(), () -> upload.join(blocks));
    }

    private void head(RoutingContext context) {
        Upload upload = upload(context);
        if (!upload.isWritten()) {
            throw new ProblemException(FileProblems.notKnown());
        }
        context.response().putHeader("Content-Length", Long.toString(upload.size()));
        desk.replies().done(context, 200);
    }

    /// The clients disagree on how to write a name into an address; all it takes is to be equal to the one they gave.
    private Upload upload(RoutingContext context) {
        HttpServerRequest request = context.request();
        String raw = request.path().substring(ROOT.length());
        List<String> names = Stream.of(raw, decoded(raw.replace("+", "%2B")), decoded(raw))
                .filter(name -> name.startsWith(PREFIX))
                .map(name -> name.substring(PREFIX.length()))
                .toList();
        Upload found = uploads.find(names, parameter(request, "sig"))
                .orElseThrow(() -> new ProblemException(AzureProblems.foreignToken()));
        Strangers.isKnown(context);
        return found;
    }

    private static String decoded(String raw) {
        try {
            return URLDecoder.decode(raw, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return raw;
        }
    }

    private static String parameter(HttpServerRequest request, String name) {
        List<String> values = new QueryStringDecoder(request.uri()).parameters().getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.getFirst();
    }
}
