// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.flespi;

import dev.signalbox.hub.channel.ChannelReads;
import dev.signalbox.hub.channel.ChannelRequest;
import dev.signalbox.hub.store.StoredConsumerToken;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;

/// Streams as flespi's channels, for programs.
public final class FlespiRoutes {
    private static final String MESSAGES = "/gw/channels/:channel/messages";

    private final FlespiDesk desk;
    private final ChannelReads reads;

    public FlespiRoutes(FlespiDesk desk, ChannelReads reads) {
        this.desk = desk;
        this.reads = reads;
    }

    public void add(Router router) {
        router.route("/gw/*").handler(desk::guard).failureHandler(desk::failed);
        router.get(MESSAGES).handler(desk.answer(this::messages));
        router.get(MESSAGES + "/:key/payload").handler(desk.outflow(this::payload));
        router.route("/gw/*").handler(desk::nothingHere);
    }

    private CompletableFuture<Buffer> messages(
            StoredConsumerToken token, RoutingContext context, CompletableFuture<?> taken) {
        ChannelRequest asked = RequestReading.of(
                context.pathParam("channel"), context.request().getParam("data"));
        var page = reads.read(token, asked, taken);
        var _ = taken.whenComplete((_, _) -> page.cancel(false));
        return page.thenApply(PageWriting::of);
    }

    private InputStream payload(StoredConsumerToken token, RoutingContext context) {
        long channel = RequestReading.number("channel", context.pathParam("channel"));
        return reads.payload(token, channel, RequestReading.number("key", context.pathParam("key")));
    }
}
