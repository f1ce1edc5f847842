// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.http;

import dev.signalbox.hub.file.FileShelf;
import dev.signalbox.operator.operator.Right;
import dev.signalbox.operator.session.Paths;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.nio.file.Path;
import java.util.UUID;

/// What operators do with files that devices have uploaded.
public final class FileRoutes {
    private static final String FILES = Paths.NODES + "/:id/files";
    private static final String FILE = FILES + "/:file";

    private final FileShelf shelf;

    public FileRoutes(FileShelf shelf) {
        this.shelf = shelf;
    }

    void add(OperatorRouter router, Desk desk) {
        router.look(FILES).handler(desk.answer(request -> Answer.json(shelf.list(request.device()))));
        router.look(FILE)
                .handler(desk.first(context -> {
                    var request = new Request(context);
                    context.put(FILE, shelf.content(request.device(), id(request)));
                }))
                .handler(FileRoutes::send);
        router.delete(FILE, Right.OPERATE, "deletes file :file of node :id").handler(desk.answer(request -> {
            shelf.delete(request.device(), id(request));
            return Answer.NOTHING;
        }));
    }

    /// From the disk to the connection. A browser saves it and never runs it.
    private static void send(RoutingContext context) {
        Path content = context.get(FILE);
        var _ = context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/octet-stream")
                .putHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment")
                .sendFile(content.toString());
    }

    private static UUID id(Request request) {
        return UUID.fromString(request.path("file"));
    }
}
