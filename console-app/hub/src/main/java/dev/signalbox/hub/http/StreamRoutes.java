// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.http;

import dev.signalbox.hub.channel.Browsing;
import dev.signalbox.hub.channel.Search;
import dev.signalbox.hub.stream.StreamReader;
import dev.signalbox.hub.stream.Streams;
import dev.signalbox.operator.operator.Right;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.operator.stream.Concatenation;
import dev.signalbox.operator.stream.NewStream;
import dev.signalbox.operator.stream.StreamRules;
import dev.signalbox.protocol.identity.DeviceId;
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

    void add(OperatorRouter router, Desk desk) {
        router.look(Paths.STREAMS).handler(desk.answer(_ -> Answer.json(streams.list())));
        router.post(Paths.STREAMS, Right.OPERATE, "makes a stream")
                .handler(desk.answer(request -> Answer.json(201, streams.make(request.body(NewStream.class)))));
        router.look(STREAM).handler(desk.answer(request -> Answer.json(streams.get(request.number()))));
        router.put(STREAM, Right.OPERATE, "sets the rules of stream :number").handler(desk.answer(this::setRules));
        router.delete(STREAM, Right.OPERATE, "deletes stream :number").handler(desk.answer(request -> {
            streams.delete(request.number());
            return Answer.NOTHING;
        }));
        router.look(MESSAGES).handler(desk.answer(this::messages));
        router.look(MESSAGES + "/:key/payload")
                .handler(desk.outflow(request -> reader.payload(known(request), Numbers.key(request.path("key")))));
        router.look(BATCHES).handler(desk.answer(this::batches));
        router.look(BATCHES + "/:id/:batch/content").handler(desk.outflow(this::content));
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
