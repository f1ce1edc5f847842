// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.http;

import dev.signalbox.hub.packages.Arrival;
import dev.signalbox.hub.packages.PackageShelf;
import dev.signalbox.hub.release.Entitlements;
import dev.signalbox.operator.operator.Right;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.protocol.trust.Digest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Packages on their way from operators to nodes.
public final class PackageRoutes {
    private static final String FILE = "package";
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d{1,18})-");

    private final PackageShelf shelf;
    private final Entitlements entitlements;

    public PackageRoutes(PackageShelf shelf, Entitlements entitlements) {
        this.shelf = shelf;
        this.entitlements = entitlements;
    }

    /// Has to come before bodies are read into memory.
    void addUpload(OperatorRouter router, Desk desk) {
        router.put(Paths.PACKAGES + "/:digest", Right.OPERATE, "uploads package :digest")
                .handler(desk.inflow(this::expect));
    }

    void add(OperatorRouter router, Desk desk) {
        router.look(HttpMethod.POST, Paths.PACKAGES)
                .handler(desk.answer(request -> Answer.json(shelf.missing(List.of(request.body(Digest[].class))))));
    }

    /// Where nodes fetch them.
    void addForNodes(Router router, Desk desk) {
        router.get(Paths.NODE_PACKAGES + "/:digest").handler(desk.first(context -> {
            var request = new Request(context);
            Digest digest = digest(request);
            entitlements.checkPackage(request.node(), digest);
            context.put(FILE, shelf.file(digest));
        }));
        router.get(Paths.NODE_PACKAGES + "/:digest").handler(PackageRoutes::send);
    }

    private Arrival expect(Request request) {
        return shelf.expect(digest(request), request.length());
    }

    private static Digest digest(Request request) {
        return new Digest("sha256:" + request.path("digest"));
    }

    /// From the disk to the connection; the rest of it, for who has the beginning.
    private static void send(RoutingContext context) {
        Path file = context.get(FILE);
        long from = from(context);
        long bytes = file.toFile().length();
        var response = context.response().putHeader(HttpHeaders.CONTENT_TYPE, "application/octet-stream");
        if (from == 0) {
            var _ = response.sendFile(file.toString());
        } else if (from >= bytes) {
            var _ = response.setStatusCode(416)
                    .putHeader("Content-Range", "bytes */" + bytes)
                    .end();
        } else {
            String range = "bytes " + from + "-" + (bytes - 1) + "/" + bytes;
            var _ = response.setStatusCode(206)
                    .putHeader("Content-Range", range)
                    .sendFile(file.toString(), from);
        }
    }

    private static long from(RoutingContext context) {
        String asked = context.request().getHeader("Range");
        Matcher range = RANGE.matcher(asked == null ? "" : asked);
        return range.matches() ? Long.parseLong(range.group(1)) : 0;
    }
}
