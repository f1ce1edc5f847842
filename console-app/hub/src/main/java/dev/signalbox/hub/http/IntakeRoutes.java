// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.http;

import dev.signalbox.hub.intake.Intake;
import dev.signalbox.operator.session.Paths;

/// Whether messages are taken in.
public record IntakeRoutes(Intake intake) {
    void add(OperatorRouter router, Desk desk) {
        router.look(Paths.INTAKE).handler(desk.answer(_ -> Answer.json(intake.view())));
    }
}
