// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.http;

import dev.signalbox.hub.channel.ConsumerTokens;
import dev.signalbox.operator.consumer.NewConsumerToken;
import dev.signalbox.operator.session.Paths;
import io.vertx.ext.web.Router;

/// With which tokens programs read streams.
public final class ConsumerTokenRoutes {
    private final ConsumerTokens tokens;

    public ConsumerTokenRoutes(ConsumerTokens tokens) {
        this.tokens = tokens;
    }

    void add(Router router, Desk desk) {
        router.get(Paths.CONSUMER_TOKENS).handler(desk.answer(_ -> Answer.json(tokens.list())));
        router.post(Paths.CONSUMER_TOKENS)
                .handler(desk.answer(request ->
                        Answer.json(201, tokens.make(request.body(NewConsumerToken.class), request.operator()))));
        router.delete(Paths.CONSUMER_TOKENS + "/:name").handler(desk.answer(request -> {
            tokens.delete(request.path("name"));
            return Answer.NOTHING;
        }));
    }
}
