// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.desks.FlowsInMemory;
import dev.signalbox.desktop.desks.ServicesInMemory;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.desktop.pictures.Person;
import dev.signalbox.desktop.pictures.Pictures;
import dev.signalbox.protocol.release.Language;
import dev.signalbox.protocol.release.ServiceVersion;
import dev.signalbox.workbench.editing.SourceHelp;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What an author does who writes Python.
class PythonJourneyTest {
    private final ServicesInMemory services = new ServicesInMemory();
    private final SourceHelp help = SourceHelp.create();
    private final Person person = Person.before(() -> {
        var around = new ServicesPage.Surroundings(OnFx.toolkit(), (place, argument) -> {});
        var page = new ServicesPage(services, new FlowsInMemory(), help, around);
        page.shown();
        return (Parent) page.view();
    });

    @AfterEach
    void end() {
        person.leaves();
        help.close();
    }

    @Test
    void aPythonServiceIsMadeAndCheckedAsItIsTyped() throws Exception {
        person.clicks("#service-first").fills("#service-name", "PumpWatch");
        person.awaits(() -> person.reads("Its file is PumpWatch.java."));
        person.clicks("#service-type").presses(KeyCode.DOWN).presses(KeyCode.ENTER);
        assertThat(person.finds("#service-type", ComboBox.class).getValue()).isEqualTo(Language.PYTHON);
        person.awaits(() -> person.reads("Its file is PumpWatch.py."));
        person.pictures("dialog-new-python-service");
        person.clicks("Create");
        person.awaits("#code");
        assertThat(services.open("PumpWatch", ServiceVersion.FIRST).language()).isEqualTo(Language.PYTHON);
        CodeArea code = person.finds("#code", CodeArea.class);
        Pictures.on(() -> {
            code.replaceText("@once\nclass PumpWatch(CustomService):  # watches\n    limit = 82.5\n    if limit = 3");
            code.requestFocus();
            return code;
        });
        person.types(":");
        person.awaits(() -> person.words("#status-errors").equals("1 error"));
        person.pictures("services-python");
    }
}
