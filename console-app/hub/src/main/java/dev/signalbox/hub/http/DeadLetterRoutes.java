// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.http;

import dev.signalbox.hub.stream.Letters;
import dev.signalbox.operator.operator.Right;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.operator.stream.NewClearing;

/// Dead letters: how many there are, and how they leave.
public final class DeadLetterRoutes {
    private final Letters letters;

    public DeadLetterRoutes(Letters letters) {
        this.letters = letters;
    }

    void add(OperatorRouter router, Desk desk) {
        router.look(Paths.DEAD_LETTERS).handler(desk.answer(_ -> Answer.json(letters.list())));
        router.post(Paths.DEAD_LETTERS, Right.OPERATE, "clears dead letters")
                .handler(desk.answer(request ->
                        Answer.json(202, letters.clear(request.body(NewClearing.class), request.operator()))));
    }
}
