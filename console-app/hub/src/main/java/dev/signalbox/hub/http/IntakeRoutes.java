// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.http;

import dev.signalbox.hub.intake.Intake;
import dev.signalbox.operator.session.Paths;
import io.vertx.ext.web.Router;

/// Whether messages are taken in.
public record IntakeRoutes(Intake intake) {
    void add(Router router, Desk desk) {
        router.get(Paths.INTAKE).handler(desk.answer(_ -> Answer.json(intake.view())));
    }
}
