// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.azure;

import dev.signalbox.hub.file.FileProblems;
import dev.signalbox.hub.file.Upload;
import dev.signalbox.hub.file.Uploads;
import dev.signalbox.hub.live.Notices;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings a blob's bytes from the connection to the disk, and answers as Azure's storage does.
public final class BlobDesk {
    private static final Logger LOG = LoggerFactory.getLogger("hub");

    private final Vertx vertx;
    private final Executor blocking;
    private final Uploads uploads;
    private final Notices notices;

    public BlobDesk(Vertx vertx, Executor blocking, Uploads uploads, Notices notices) {
        this.vertx = vertx;
        this.blocking = blocking;
        this.uploads = uploads;
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

    /// Writes the body to a new file while it comes, and then hands it on. At most as much comes as was announced.
    void stream(RoutingContext context, Upload upload, Consumer<Path> then) {
        long length = announced(context);
        Path part = upload.part(length);
        AutoCloseable taken = uploads.space().take(length);
        var deadline = endsInTime(context, upload);
        var options = new OpenOptions().setRead(false).setCreateNew(true);
        context.request().pause();
        vertx.fileSystem()
                .open(part.toString(), options)
                .compose(file -> receive(context, file))
                .compose(_ -> onDisk(() -> then.accept(part)))
                .onComplete(ended -> {
                    vertx.cancelTimer(deadline);
                    blocking.execute(() -> release(taken, part));
                    answer(context, ended);
                });
    }

    /// Takes a small body into memory, and then hands it on.
    void body(RoutingContext context, Upload upload, int most, Consumer<byte[]> then) {
        if (announced(context) > most) {
            throw new ProblemException(AzureProblems.tooLarge());
        }
        var deadline = endsInTime(context, upload);
        goOn(context);
        context.request()
                .body()
                .compose(body -> onDisk(() -> then.accept(body.getBytes())))
                .onComplete(ended -> {
                    vertx.cancelTimer(deadline);
                    answer(context, ended);
                });
    }

    /// Does work that needs room on the disk.
    void within(long bytes, Runnable work) {
        AutoCloseable taken = uploads.space().take(bytes);
        try {
            work.run();
        } finally {
            close(taken);
        }
    }

    void done(RoutingContext context, int status) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        String now = DateTimeFormatter.RFC_1123_DATE_TIME.format(Instant.now().atOffset(ZoneOffset.UTC));
        response.putHeader(
                        "ETag", "\"0x" + Long.toHexString(System.nanoTime()).toUpperCase(java.util.Locale.ROOT) + "\"")
                .putHeader("Last-Modified", now)
                .putHeader("x-ms-request-id", UUID.randomUUID().toString())
                .putHeader("x-ms-version", "2021-08-06")
                .putHeader("x-ms-request-server-encrypted", "false");
        var _ = response.setStatusCode(status).end();
    }

    private static Future<Void> receive(RoutingContext context, AsyncFile file) {
        goOn(context);
        return context.request().pipeTo(file);
    }

    private static void goOn(RoutingContext context) {
        if ("100-continue".equalsIgnoreCase(context.request().getHeader("Expect"))) {
            var _ = context.response().writeContinue();
        }
    }

    private static long announced(RoutingContext context) {
        String length = context.request().getHeader("Content-Length");
        if (length == null || !length.matches("\\d{1,18}")) {
            throw new ProblemException(AzureProblems.lengthMissing());
        }
        return Long.parseLong(length);
    }

    private long endsInTime(RoutingContext context, Upload upload) {
        long left = uploads.timeLeft(upload).toMillis();
        return vertx.setTimer(
                Math.max(1, left), _ -> context.request().connection().close());
    }

    private Future<Void> onDisk(Runnable work) {
        return Future.future(promise -> blocking.execute(() -> {
            try {
                work.run();
                promise.complete();
            } catch (RuntimeException failed) {
                promise.fail(failed);
            }
        }));
    }

    private static void release(AutoCloseable taken, Path part) {
        var _ = part.toFile().delete();
        close(taken);
    }

    private static void close(AutoCloseable taken) {
        try {
            taken.close();
        } catch (Exception never) {
            throw new IllegalStateException(never);
        }
    }

    private void answer(RoutingContext context, io.vertx.core.AsyncResult<Void> ended) {
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
