// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.http;

import dev.signalbox.hub.channel.ConsumerTokens;
import dev.signalbox.operator.consumer.NewConsumerToken;
import dev.signalbox.operator.operator.Right;
import dev.signalbox.operator.session.Paths;

/// With which tokens programs read streams.
public final class ConsumerTokenRoutes {
    private final ConsumerTokens tokens;

    public ConsumerTokenRoutes(ConsumerTokens tokens) {
        this.tokens = tokens;
    }

    void add(OperatorRouter router, Desk desk) {
        router.look(Paths.CONSUMER_TOKENS).handler(desk.answer(_ -> Answer.json(tokens.list())));
        router.post(Paths.CONSUMER_TOKENS, Right.OPERATE, "makes consumer token {name}")
                .handler(desk.answer(request ->
                        Answer.json(201, tokens.make(request.body(NewConsumerToken.class), request.operator()))));
        router.delete(Paths.CONSUMER_TOKENS + "/:name", Right.OPERATE, "deletes consumer token :name")
                .handler(desk.answer(request -> {
                    tokens.delete(request.path("name"));
                    return Answer.NOTHING;
                }));
    }
}
