// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.azure;

import dev.signalbox.hub.file.FileProblems;
import dev.signalbox.hub.live.Notices;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import io.vertx.core.AsyncResult;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers as Azure's storage does, errors included.
public final class BlobReplies {
    private static final Logger LOG = LoggerFactory.getLogger("hub");

    private final Notices notices;

    public BlobReplies(Notices notices) {
        this.notices = notices;
    }

    /// Answers with what the work throws.
    void guard(RoutingContext context, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failed) {
            fail(context, failed);
        }
    }

    void done(RoutingContext context, int status) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        String now = DateTimeFormatter.RFC_1123_DATE_TIME.format(Instant.now().atOffset(ZoneOffset.UTC));
        response.putHeader("ETag", "\"0x" + Long.toHexString(System.nanoTime()).toUpperCase(Locale.ROOT) + "\"")
                .putHeader("Last-Modified", now)
                .putHeader("x-ms-request-id", UUID.randomUUID().toString())
                .putHeader("x-ms-version", "2021-08-06")
                .putHeader("x-ms-request-server-encrypted", "false");
        var _ = response.setStatusCode(status).end();
    }

    /// What came of taking a blob.
    void answer(RoutingContext context, AsyncResult<Void> ended) {
        if (ended.succeeded()) {
            done(context, 201);
        } else {
            fail(context, ended.cause());
        }
    }

    private void fail(RoutingContext context, Throwable failure) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed() || failure instanceof HttpClosedException) {
            return;
        }
        Problem problem = problem(failure);
        var error = BlobError.of(problem);
        if (error.status() == 403 || error.status() == 413) {
            String from = context.request().remoteAddress().hostAddress();
            notices.refused("somebody with a file from " + from, problem);
        }
        // what it still sends is read and forgotten, or it would not hear the answer
        context.request().handler(null).resume();
        response.putHeader("x-ms-error-code", error.name())
                .putHeader("Content-Type", "application/xml")
                .setStatusCode(error.status());
        var _ = context.request().method().equals(HttpMethod.HEAD)
                ? response.end()
                : response.end(Buffer.buffer(error.xml()));
    }

    private Problem problem(Throwable failure) {
        if (failure instanceof ProblemException known) {
            notices.failedIfStore(known.problem());
            return known.problem();
        }
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        if (cause instanceof IOException refused) {
            Problem problem = FileProblems.failed(refused);
            notices.failed(problem);
            return problem;
        }
        LOG.error("An upload failed in a way nobody expected", failure);
        return AzureProblems.failed();
    }
}
