// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.desks.FlowsInMemory;
import dev.signalbox.desktop.desks.ServicesInMemory;
import dev.signalbox.desktop.desks.WordHelp;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.desktop.pictures.Person;
import dev.signalbox.operator.service.ServiceDraft;
import dev.signalbox.operator.service.ServiceState;
import dev.signalbox.protocol.release.Language;
import dev.signalbox.protocol.release.ServiceVersion;
import dev.signalbox.workbench.journal.Journal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a new service can begin with.
class NewServiceTest {
    @TempDir
    Path folder;

    private final ServicesInMemory services = new ServicesInMemory();

    @Test
    void aTemplateIsChosenInTheForm() throws Exception {
        services.put("B" + "o".repeat(199), "0.1", ServiceState.RELEASED, "class A {}", List.of());
        Person person = Person.before(() -> {
            var around = new ServicesPage.Surroundings(OnFx.toolkit(), (place, argument) -> {});
            var page = new ServicesPage(services, new FlowsInMemory(), new WordHelp(), around);
            page.shown();
            return (Parent) page.view();
        });
        person.clicks("#service-new").awaits("#service-name");
        person.awaits(() -> {
            var name = person.finds("#service-name", TextField.class);
            return name.equals(name.getScene().getFocusOwner());
        });
        person.fills("#service-name", "Meter");
        person.clicks("#service-start").presses(KeyCode.DOWN).presses(KeyCode.ENTER);
        person.pictures("dialog-new-service-template");
        person.confirms("Create");
        person.awaits("#tab-Meter");
        person.awaits(() -> {
            var text = person.finds("#code", CodeArea.class);
            return text.equals(text.getScene().getFocusOwner());
        });
        assertThat(made("Meter").source())
                .contains("class Meter extends CustomService", "every(PERIOD, this::measure)");
    }

    @Test
    void aCopyHasSourceAndPropertiesOfTheNewestVersion() throws Exception {
        services.put("Boiler", "0.1", ServiceState.RELEASED, "class Boiler { int old; }", List.of());
        services.put("Boiler", "0.2", ServiceState.DRAFT, "class Boiler { int now; }", List.of());
        NewServiceViewModel form = form();
        form.start().set(new Start.Copy("Boiler"));
        ServiceDraft copy = services.create("Kettle", "", form.beginning().call());
        assertThat(copy.source()).isEqualTo("class Kettle { int now; }");
    }

    @Test
    void onlyWhatIsInTheLanguageIsOffered() {
        services.put("Boiler", "0.1", ServiceState.RELEASED, "class Boiler {}", List.of());
        NewServiceViewModel form = form();
        form.start().set(new Start.Copy("Boiler"));
        form.language().set(Language.PYTHON);
        assertThat(form.starts())
                .doesNotContain(new Start.Copy("Boiler"))
                .contains(form.start().get());
    }

    @Test
    void aFileGivesItsNameAndLanguageAndABadOneASentence() throws Exception {
        NewServiceViewModel form = form();
        form.personChoosesFile(file("notes.txt", "nothing"));
        assertThat(form.problem().get())
                .get()
                .satisfies(why -> assertThat(why.remedy()).contains(".java or .py"));
        form.personChoosesFile(file("Valve.py", "class Valve(CustomService):\n    pass\n"));
        assertThat(form.problem().get()).isEmpty();
        assertThat(form.name().get()).isEqualTo("Valve");
        assertThat(form.language().get()).isEqualTo(Language.PYTHON);
        assertThat(form.start().get().words()).isEqualTo("File Valve.py");
        assertThat(form.starts()).contains(form.start().get());
        assertThat(form.beginning().call().source()).startsWith("class Valve");
        assertThat(form.ready().get()).isTrue();
    }

    private NewServiceViewModel form() {
        var desk = new ServiceDesk(services, new FlowsInMemory(), Journal.none());
        return new NewServiceViewModel(desk, services.list(), OnFx.atOnce());
    }

    private ServiceDraft made(String name) {
        return services.open(name, ServiceVersion.FIRST);
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }
}
