// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.desks.FlowsInMemory;
import dev.signalbox.desktop.desks.Pauseless;
import dev.signalbox.desktop.desks.ServicesInMemory;
import dev.signalbox.desktop.desks.WordHelp;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.desktop.pictures.Person;
import dev.signalbox.desktop.pictures.Pictures;
import dev.signalbox.operator.service.ServiceDraft;
import dev.signalbox.operator.service.ServiceState;
import dev.signalbox.protocol.release.ServiceVersion;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.Test;

/// What a person does with the keys and buttons of the Services page.
class ServicesWindowTest {
    private static final ServiceVersion FIRST = new ServiceVersion(0, 1);

    private final ServicesInMemory services = new ServicesInMemory();

    @Test
    void ctrlSSavesAtOnce() throws TimeoutException {
        Person person = before("Draft", new Pauseless());
        person.clicks("#code").types("x");
        assertThat(person.words("#save-state")).isEqualTo("Not saved yet");
        person.presses(KeyCode.SHORTCUT, KeyCode.S);
        person.awaits(() -> person.words("#save-state").equals("Saved"));
        assertThat(stored("Draft").source()).contains("x");
    }

    @Test
    void eachTabKeepsItsCaretAndItsUndo() throws TimeoutException {
        Person person = before("Draft", OnFx.toolkit());
        person.clicks("#code").types("x");
        int caret = caret(person);
        person.clicks("#open-service-Done").clicks("#code");
        assertThat(text(person)).isEqualTo("class Done {}");
        person.clicks("#tab-Draft");
        assertThat(caret(person)).isEqualTo(caret);
        person.presses(KeyCode.SHORTCUT, KeyCode.Z);
        assertThat(text(person))
                .as("the keys are the text's, and undo reaches back")
                .isEqualTo("class Draft {}");
    }

    @Test
    void bracketsThatBelongTogetherAreFramed() throws TimeoutException {
        Person person = before("Draft", OnFx.toolkit());
        person.clicks("#code").presses(KeyCode.END);
        person.awaits(() -> brackets(person) == 2);
        person.pictures("services-brackets");
        person.presses(KeyCode.HOME);
        person.awaits(() -> brackets(person) == 0);
    }

    /// On the window's thread.
    private static int brackets(Person person) {
        return person.finds("#code", CodeArea.class)
                .getScene()
                .getRoot()
                .lookupAll(".bracket")
                .size();
    }

    private static int caret(Person person) {
        return Pictures.on(() -> person.finds("#code", CodeArea.class).getCaretPosition());
    }

    @Test
    void inAConflictThePersonKeepsHers() throws TimeoutException {
        Person person = conflict();
        person.pictures("services-conflict");
        person.clicks("#keep-mine");
        person.awaits(() -> person.words("#save-state").equals("Saved"));
        assertThat(stored("Draft").source()).contains("mine ");
        assertThat(person.sees("#editor-banner")).isFalse();
    }

    @Test
    void inAConflictThePersonTakesTheOthers() throws TimeoutException {
        Person person = conflict();
        person.clicks("#take-theirs");
        person.awaits(() -> person.words("#save-state").equals("Saved"));
        assertThat(text(person)).isEqualTo("theirs");
        assertThat(stored("Draft").source()).isEqualTo("theirs");
    }

    @Test
    void whatCannotBeSavedSaysWhyAndCanBeDiscarded() throws TimeoutException {
        Person person = before("Draft", OnFx.toolkit());
        services.deleteDraft("Draft", FIRST);
        person.clicks("#code").types("x");
        person.awaits("#discard");
        assertThat(person.reads("There is no Draft. Look again.")).isTrue();
        person.pictures("services-not-saved");
        person.clicks("#discard");
        assertThat(person.sees("#tab-Draft")).isFalse();
    }

    @Test
    void updateMajorOpensADraftOfTheNextMajorVersion() throws TimeoutException {
        Person person = before("Done", OnFx.toolkit());
        person.clicks("#update-major");
        person.awaits("#version-1.0");
        person.clicks("#code").types("x");
        person.awaits(
                () -> services.open("Done", new ServiceVersion(1, 0)).source().contains("x"));
        assertThat(person.finds("#update-major", javafx.scene.Node.class).isDisabled())
                .isTrue();
        person.pictures("services-update-major");
        assertThat(stored("Done").source()).isEqualTo("class Done {}");
    }

    @Test
    void aDraftIsDeletedOnlyWhenThePersonConfirms() throws TimeoutException {
        Person person = before("Draft", OnFx.toolkit());
        person.clicks("#draft-delete");
        person.awaits(() -> person.reads("What was written in it is lost."));
        person.pictures("dialog-delete-draft");
        person.clicks("Cancel");
        assertThat(stored("Draft")).isNotNull();
        person.clicks("#draft-delete").clicks("Delete");
        person.awaits(() -> !person.sees("#open-service-Draft"));
        assertThat(services.list()).extracting(s -> s.name()).containsExactly("Done");
        assertThat(person.sees("#tab-Done")).as("nothing opens by itself").isFalse();
    }

    private Person conflict() throws TimeoutException {
        Person person = before("Draft", OnFx.toolkit());
        services.put("Draft", "0.1", ServiceState.DRAFT, "theirs", List.of());
        person.clicks("#code").types("mine ");
        person.awaits("#keep-mine");
        assertThat(person.words("#save-state")).isEqualTo("Changed by someone else");
        assertThat(text(person)).contains("mine ");
        return person;
    }

    private static String text(Person person) {
        return Pictures.on(() -> person.finds("#code", CodeArea.class).getText());
    }

    private ServiceDraft stored(String name) {
        return services.open(name, FIRST);
    }

    private Person before(String service, OnFx fx) throws TimeoutException {
        services.put("Draft", "0.1", ServiceState.DRAFT, "class Draft {}", List.of());
        services.put("Done", "0.1", ServiceState.RELEASED, "class Done {}", List.of());
        Person person = Person.before(() -> page(fx));
        return person.clicks("#open-service-" + service).clicks("#tab-" + service);
    }

    private Parent page(OnFx fx) {
        var around = new ServicesPage.Surroundings(fx, (place, argument) -> {});
        var page = new ServicesPage(services, new FlowsInMemory(), new WordHelp(), around);
        page.shown();
        return (Parent) page.view();
    }
}
