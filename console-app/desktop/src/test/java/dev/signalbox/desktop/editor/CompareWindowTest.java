// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.desks.FlowsInMemory;
import dev.signalbox.desktop.desks.ServicesInMemory;
import dev.signalbox.desktop.desks.WordHelp;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.desktop.pictures.Person;
import dev.signalbox.desktop.pictures.Pictures;
import dev.signalbox.operator.service.PropertyDefinition;
import dev.signalbox.operator.service.PropertyDefinition.Kind;
import dev.signalbox.operator.service.PropertyDefinition.Type;
import dev.signalbox.operator.service.ServiceState;
import dev.signalbox.protocol.release.ServiceVersion;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.Test;

/// What a person does with the versions of a service.
class CompareWindowTest {
    private static final String FIRST = """
            import dev.signalbox.api.CustomService;
            import dev.signalbox.api.Message;
            import java.util.Map;

            /// Watches one boiler.
            public class Boiler extends CustomService {
                private static final double LIMIT = 80.0;

                @Override
                public void start() {
                    debug("Boiler watches " + settings().nodeName());
                }

                @Override
                public void process(Message message) {
                    if (degrees(message) > LIMIT) {
                        emit(Map.of("alarm", "hot"));
                    }
                }

                private static double degrees(Message message) {
                    return message.number("degrees");
                }
            }
            """;
    private static final String SECOND = FIRST.replace("80.0;", "85.5; // " + "the new burner stands more ".repeat(8))
            .replace("        debug(\"Boiler watches \" + settings().nodeName());\n", "")
            .replace("(\"alarm\", \"hot\")", "(\"warning\", \"hot\", \"limit\", LIMIT)")
            .replace(
                    "    private static double degrees",
                    "    /// Celsius, whatever the sensor says.\n    private static double degrees");

    private final ServicesInMemory services = new ServicesInMemory();

    @Test
    void twoVersionsStandSideBySideAndTheOlderIsRestoredAsOneEdit() throws TimeoutException {
        services.put("Boiler", "0.1", ServiceState.RELEASED, FIRST, List.of(limit("80")));
        services.put("Boiler", "0.2", ServiceState.DRAFT, SECOND, List.of(limit("85.5")));
        Person person = before();
        person.clicks("#compare-0-2");
        person.awaits("#compare");
        person.awaits(() -> person.words("#diff-words").equals("1 of 5 differences"));
        person.pictures("services-compare");
        person.clicks("#diff-next");
        assertThat(person.words("#diff-words")).isEqualTo("2 of 5 differences");
        person.clicks("#compare-restore");
        person.awaits(() -> source("0.2").equals(FIRST));
        assertThat(services.open("Boiler", version("0.2")).properties()).containsExactly(limit("80"));
        assertThat(person.sees("#compare")).isFalse();
        person.clicks("#code").presses(KeyCode.SHORTCUT, KeyCode.Z);
        person.awaits(() -> source("0.2").equals(SECOND));
    }

    @Test
    void aVersionIsRestoredIntoANewDraftWhenAllAreReleased() throws TimeoutException {
        services.put("Boiler", "0.1", ServiceState.RELEASED, FIRST, List.of());
        services.put("Boiler", "0.2", ServiceState.RELEASED, SECOND, List.of());
        Person person = before();
        person.clicks("#compare-0-1").clicks("#compare-restore");
        person.awaits("#version-0.3");
        person.awaits(() -> source("0.3").equals(FIRST));
        person.clicks("#code").presses(KeyCode.SHORTCUT, KeyCode.Z);
        person.awaits(() -> source("0.3").equals(SECOND));
    }

    @Test
    void anyTwoVersionsCanBeChosen() throws TimeoutException {
        services.put("Boiler", "0.1", ServiceState.RELEASED, FIRST, List.of());
        services.put("Boiler", "0.2", ServiceState.RELEASED, SECOND, List.of());
        services.put("Boiler", "0.3", ServiceState.DRAFT, SECOND, List.of());
        Person person = before();
        person.clicks("#compare-0-3");
        person.awaits(() -> person.words("#diff-words").equals("No differences"));
        person.pictures("services-compare-alike");
        Pictures.on(() -> {
            person.finds("#compare-left", ComboBox.class).getSelectionModel().selectLast();
            return true;
        });
        person.awaits(() -> person.words("#diff-words").equals("1 of 4 differences"));
        person.presses(KeyCode.ESCAPE);
        assertThat(person.sees("#compare-close")).isFalse();
        assertThat(person.finds("#code", CodeArea.class).getText()).isEqualTo(SECOND);
    }

    @Test
    void whoOpensAVersionSeesItsText() throws TimeoutException {
        services.put("Boiler", "0.1", ServiceState.RELEASED, FIRST, List.of());
        services.put("Boiler", "0.2", ServiceState.DRAFT, SECOND, List.of());
        Person person = before();
        person.clicks("#compare-0-2");
        person.awaits("#compare-close");
        person.clicks("released");
        person.awaits(
                () -> person.finds("#code", CodeArea.class).getText().equals(FIRST) && !person.sees("#compare-close"));
    }

    @Test
    void aConflictShowsWhatTheHubHasBesideMine() throws TimeoutException {
        services.put("Boiler", "0.1", ServiceState.DRAFT, FIRST, List.of());
        Person person = before();
        services.put("Boiler", "0.1", ServiceState.DRAFT, FIRST.replace("80.0", "90.0"), List.of());
        person.clicks("#code").types("mine ");
        person.clicks("#compare-conflict");
        person.awaits(() -> person.words("#diff-words").equals("1 of 2 differences"));
        assertThat(person.sees("#compare-restore")).isFalse();
        person.pictures("services-compare-conflict");
        person.clicks("#keep-mine");
        person.awaits(() -> source("0.1").contains("mine "));
        person.awaits(() -> !person.sees("#compare-close"));
    }

    private static PropertyDefinition limit(String initial) {
        return new PropertyDefinition("limit", "Limit", Type.NUMBER, true, initial, Kind.STATIC);
    }

    private static ServiceVersion version(String text) {
        return ServiceVersion.parse(text);
    }

    private String source(String version) {
        return services.open("Boiler", version(version)).source();
    }

    private Person before() throws TimeoutException {
        Person person = Person.before(() -> {
            var around = new ServicesPage.Surroundings(OnFx.toolkit(), (place, argument) -> {});
            var page = new ServicesPage(services, new FlowsInMemory(), new WordHelp(), around);
            page.shown();
            return (Parent) page.view();
        });
        return person.clicks("#open-service-Boiler").clicks("#tab-Boiler");
    }
}
