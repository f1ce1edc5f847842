// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.azure;

import dev.signalbox.hub.file.Upload;
import dev.signalbox.hub.file.Uploads;
import dev.signalbox.protocol.codec.ProblemException;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/// Where devices ask to upload a file, and say how it went: `/devices/{id}/files`.
public final class FileRoutes {
    private static final String FILES = "/devices/:id/files";
    private static final String ENDS = FILES + "/notifications";

    private final Uploads uploads;
    private final DeviceGuard guard;

    public FileRoutes(Uploads uploads, DeviceGuard guard) {
        this.uploads = uploads;
        this.guard = guard;
    }

    void add(Router router, AzureDesk desk) {
        desk.serveGuarded(router, HttpMethod.POST, FILES, guard, this::begin);
        desk.serveGuarded(
                router, HttpMethod.POST, ENDS, guard, call -> end(call, text(call.object(), "correlationId")));
        desk.serveGuarded(
                router, HttpMethod.POST, ENDS + "/:correlation", guard, call -> end(call, call.path("correlation")));
    }

    /// The address is under the name by which the device knows the hub, and says what an Azure storage client needs.
    private Reply begin(Call call) {
        Upload upload = uploads.begin(call.device(), text(call.object(), "blobName"));
        Upload.Ticket ticket = upload.ticket();
        return Reply.json(Map.of(
                "correlationId",
                upload.id().toString(),
                "hostName",
                call.host() + BlobRoutes.ACCOUNT,
                "containerName",
                BlobRoutes.CONTAINER,
                "blobName",
                ticket.device() + "/" + ticket.name(),
                "sasToken",
                token(ticket)));
    }

    private static String token(Upload.Ticket ticket) {
        String until = ticket.until().truncatedTo(ChronoUnit.SECONDS).toString();
        return "?sv=2021-08-06&spr=https&sr=b&sp=rw&se=" + encoded(until) + "&sig=" + encoded(ticket.signature());
    }

    private Reply end(Call call, String correlation) {
        uploads.end(call.device(), correlation, call.object().path("isSuccess").asBoolean(false));
        return Reply.NOTHING;
    }

    private static String text(ObjectNode body, String name) {
        if (!body.path(name).isString()) {
            throw new ProblemException(AzureProblems.badArgument("its body lacks " + name));
        }
        return body.path(name).stringValue();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
