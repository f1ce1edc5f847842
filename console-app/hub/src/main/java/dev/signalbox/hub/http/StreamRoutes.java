// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.http;

import dev.signalbox.hub.channel.Browsing;
import dev.signalbox.hub.channel.Search;
import dev.signalbox.hub.stream.StreamReader;
import dev.signalbox.hub.stream.Streams;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.operator.stream.Concatenation;
import dev.signalbox.operator.stream.NewStream;
import dev.signalbox.operator.stream.StreamRules;
import dev.signalbox.protocol.identity.DeviceId;
import io.vertx.ext.web.Router;
import java.io.InputStream;

/// Streams, their rules, and what came.
public final class StreamRoutes {
    private static final String STREAM = Paths.STREAMS + "/:number";
    private static final String MESSAGES = STREAM + "/messages";
    private static final String BATCHES = STREAM + "/batches";
    private static final int USUAL = 100;

    private final Streams streams;
    private final StreamReader reader;
    private final Browsing browsing;

    public StreamRoutes(Streams streams, StreamReader reader, Browsing browsing) {
        this.streams = streams;
        this.reader = reader;
        this.browsing = browsing;
    }

    void add(Router router, Desk desk) {
        router.get(Paths.STREAMS).handler(desk.answer(_ -> Answer.json(streams.list())));
        router.post(Paths.STREAMS)
                .handler(desk.answer(request -> Answer.json(201, streams.make(request.body(NewStream.class)))));
        router.get(STREAM).handler(desk.answer(request -> Answer.json(streams.get(request.number()))));
        router.put(STREAM).handler(desk.answer(this::setRules));
        router.delete(STREAM).handler(desk.answer(request -> {
            streams.delete(request.number());
            return Answer.NOTHING;
        }));
        router.get(MESSAGES).handler(desk.answer(this::messages));
        router.get(MESSAGES + "/:key/payload")
                .handler(desk.outflow(request -> reader.payload(known(request), Numbers.key(request.path("key")))));
        router.get(BATCHES).handler(desk.answer(this::batches));
        router.get(BATCHES + "/:id/:batch/content").handler(desk.outflow(this::content));
    }

    private Answer setRules(Request request) {
        var rules = request.body(StreamRules.class);
        String etag = request.etag(rules.etag());
        return Answer.json(streams.setRules(request.number(), rules.withEtag(etag.equals("*") ? "" : etag)));
    }

    private Answer messages(Request request) {
        var search = new Search(
                request.query("from").map(Numbers::key).orElse(0L),
                Numbers.upTo(request.query("most"), USUAL, Paths.MESSAGES_AT_ONCE),
                request.query("device").map(DeviceId::new),
                request.query("text").orElse(""));
        return Answer.json(browsing.page(known(request), search));
    }

    private Answer batches(Request request) {
        return Answer.json(reader.batches(
                known(request),
                request.query("device").map(DeviceId::new),
                request.query("after").orElse(""),
                Paths.BATCHES_AT_ONCE));
    }

    private InputStream content(Request request) {
        var stream = streams.get(request.number());
        Concatenation join = request.query("join")
                .map(Concatenation::valueOf)
                .orElse(stream.rules().concatenation());
        return reader.batch(stream.number(), request.device(), request.path("batch"), join);
    }

    /// The number of a stream that there is.
    private long known(Request request) {
        return streams.get(request.number()).number();
    }
}
