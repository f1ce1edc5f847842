// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.desks.FlowsInMemory;
import dev.signalbox.desktop.desks.ServicesInMemory;
import dev.signalbox.desktop.desks.WordHelp;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.desktop.pictures.Person;
import dev.signalbox.operator.service.ServiceState;
import dev.signalbox.protocol.release.ServiceVersion;
import dev.signalbox.workbench.editing.BroughtPackage;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Lists a service's packages in the window.
class PackageFormTest {
    private static final String CSV = "org.apache.commons:commons-csv:1.14.1";

    private static final BroughtPackage IO = new BroughtPackage("commons-io:commons-io:2.20.0", CSV);
    private static final BroughtPackage LONG = new BroughtPackage(
            "com.fasterxml.jackson.datatype:jackson-datatype-jsr310-with-a-long-name:2.20.0-rc1", IO.coordinates());

    private final ServicesInMemory services = new ServicesInMemory();
    private Person person;

    @BeforeEach
    void aDraftIsOpen() throws TimeoutException {
        services.put("Draft", "0.1", ServiceState.DRAFT, "class Draft {}", List.of());
        person = Person.before(this::page).clicks("#open-service-Draft");
        person.awaits(() -> person.reads("No packages."));
        person.clicks("#package-add");
        person.awaits("#package-text");
    }

    @Test
    void aPackageCountsWhenEnterIsPressed() throws TimeoutException {
        person.fills("#package-text", CSV);
        assertThat(asked()).isEmpty();
        person.presses(KeyCode.ENTER);
        person.awaits(() -> asked().equals(List.of(CSV)));
        person.pictures("packages");
    }

    @Test
    void whatIsNoCoordinatesIsSaidAndNotKept() throws TimeoutException {
        person.fills("#package-text", "commons-csv 1.14").presses(KeyCode.ENTER);
        person.awaits(() -> person.reads(
                "\"commons-csv 1.14\" is no package for Java. Write group:artifact:version with one exact version."));
        assertThat(asked()).isEmpty();
        person.pictures("packages-complaint");
        person.fills("#package-text", CSV).presses(KeyCode.ENTER);
        person.awaits(() -> asked().equals(List.of(CSV)));
    }

    @Test
    void aPackageIsRemoved() throws TimeoutException {
        person.fills("#package-text", CSV).presses(KeyCode.ENTER);
        person.awaits(() -> asked().equals(List.of(CSV)));
        person.clicks("#package-remove");
        person.awaits(() -> asked().isEmpty() && person.reads("No packages."));
    }

    @Test
    void whatComesAlongIsShownWithWhatNeedsIt() throws TimeoutException {
        assertThat(person.reads("Coming along")).isFalse();
        person.fills("#package-text", CSV).presses(KeyCode.ENTER);
        person.awaits(() -> person.reads(IO.coordinates()) && person.reads("for commons-csv"));
        assertThat(person.reads("for commons-io")).isTrue();
        person.pictures("packages-brought");
        person.clicks("#package-remove");
        person.awaits(() -> !person.reads("Coming along"));
    }

    private List<String> asked() {
        return services.open("Draft", new ServiceVersion(0, 1)).packages();
    }

    private Parent page() {
        var around = new ServicesPage.Surroundings(OnFx.toolkit(), (place, argument) -> {});
        var page = new ServicesPage(services, new FlowsInMemory(), new WordHelp(List.of(IO, LONG)), around);
        page.shown();
        return (Parent) page.view();
    }
}
