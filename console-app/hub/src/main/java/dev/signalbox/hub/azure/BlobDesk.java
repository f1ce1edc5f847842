// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.azure;

import dev.signalbox.hub.file.Upload;
import dev.signalbox.hub.file.Uploads;
import dev.signalbox.protocol.codec.ProblemException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.ext.web.RoutingContext;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// Brings a blob's bytes from the connection to the disk.
public final class BlobDesk {
    private final Vertx vertx;
    private final Executor blocking;
    private final Uploads uploads;
    private final BlobReplies replies;

    public BlobDesk(Vertx vertx, Executor blocking, Uploads uploads, BlobReplies replies) {
        this.vertx = vertx;
        this.blocking = blocking;
        this.uploads = uploads;
        this.replies = replies;
    }

    BlobReplies replies() {
        return replies;
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
                    replies.answer(context, ended);
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
                    replies.answer(context, ended);
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
}
