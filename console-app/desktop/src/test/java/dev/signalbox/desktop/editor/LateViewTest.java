// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.desks.FlowsInMemory;
import dev.signalbox.desktop.desks.ServicesInMemory;
import dev.signalbox.desktop.desks.WordHelp;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.desktop.pictures.Person;
import dev.signalbox.operator.service.ServiceState;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Parent;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.Test;

/// The page is drawn when it is first shown, and services may be open by then: what was not saved when the console
/// ended
/// is opened at its start.
class LateViewTest {
    private final ServicesInMemory services = new ServicesInMemory();

    @Test
    void whatWasOpenedBeforeThePageWasDrawnHasItsTabAndText() throws TimeoutException {
        services.put("Watch", "0.1", ServiceState.DRAFT, "class Watch {}", List.of());
        services.put("Pump", "0.1", ServiceState.DRAFT, "class Pump {}", List.of());
        Person person = Person.before(() -> {
            var around = new ServicesPage.Surroundings(OnFx.atOnce(), (place, argument) -> {});
            var page = new ServicesPage(services, new FlowsInMemory(), new WordHelp(), around);
            page.shown();
            page.open("Watch");
            page.open("Pump");
            return (Parent) page.view();
        });
        person.awaits("#tab-Watch");
        person.awaits("#tab-Pump");
        assertThat(person.finds("#code", CodeArea.class).getText()).isEqualTo("class Pump {}");
        person.clicks("#tab-Watch");
        assertThat(person.finds("#code", CodeArea.class).getText()).isEqualTo("class Watch {}");
    }
}
