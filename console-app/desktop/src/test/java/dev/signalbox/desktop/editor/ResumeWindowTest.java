// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.desks.FlowsInMemory;
import dev.signalbox.desktop.desks.ServicesInMemory;
import dev.signalbox.desktop.desks.WordHelp;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.desktop.pictures.Person;
import dev.signalbox.desktop.pictures.Pictures;
import dev.signalbox.operator.service.ServiceDraft;
import dev.signalbox.operator.service.ServiceState;
import dev.signalbox.protocol.release.ServiceVersion;
import dev.signalbox.workbench.journal.DiskJournal;
import dev.signalbox.workbench.journal.JournalEntry;
import dev.signalbox.workbench.journal.JournalKey;
import dev.signalbox.workbench.journal.Unsaved;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a person finds on the Services page after the console was killed.
class ResumeWindowTest {
    private static final ServiceVersion FIRST = new ServiceVersion(0, 1);

    @TempDir
    Path folder;

    private final ServicesInMemory services = new ServicesInMemory();
    private DiskJournal journal;

    @AfterEach
    void close() {
        journal.close();
    }

    @Test
    void whatWasTypedIsThereAndSavedAndOneUndoBringsTheHubsTextBack() throws TimeoutException {
        ServiceDraft hubs = draft("Draft", "class Draft {}");
        page("Draft").keep(new Unsaved<>(typed(hubs, "class Draft { int typed; }"), List.of()));
        Person person = afterTheEnd();
        person.awaits(() -> read(person).equals("class Draft { int typed; }"));
        person.awaits(() -> source().equals("class Draft { int typed; }"));
        person.pictures("services-resumed");
        person.clicks("#resumed-seen");
        assertThat(person.sees("#editor-banner")).isFalse();
        person.clicks("#code").presses(KeyCode.SHORTCUT, KeyCode.Z);
        assertThat(text(person)).isEqualTo("class Draft {}");
    }

    @Test
    void whatSomeoneElseChangedMeanwhileIsForThePersonToChoose() throws TimeoutException {
        ServiceDraft hubs = draft("Draft", "class Draft {}");
        page("Draft").keep(new Unsaved<>(typed(hubs, "class Draft { int typed; }"), List.of()));
        draft("Draft", "class Draft { int theirs; }");
        Person person = afterTheEnd();
        person.awaits("#keep-mine");
        assertThat(text(person)).isEqualTo("class Draft { int typed; }");
        person.pictures("services-resumed-conflict");
        person.clicks("#take-theirs");
        person.awaits(() -> read(person).equals("class Draft { int theirs; }"));
        assertThat(person.sees("#editor-banner")).isFalse();
    }

    @Test
    void whatCannotBeReadIsSaidWhenTheServiceIsOpened() throws TimeoutException, IOException {
        String name = "B" + "o".repeat(199);
        draft(name, "class Boiler {}");
        page(name).keep(new Unsaved<>(typed(services.open(name, FIRST), "lost"), List.of()));
        page(name).settle();
        Files.writeString(onlyFile(), "spoiled");
        Person person = afterTheEnd();
        person.clicks("#open-service-" + name);
        person.awaits(() -> person.reads("before the console ended cannot be read"));
        assertThat(text(person)).isEqualTo("class Boiler {}");
        person.pictures("services-journal-spoiled");
    }

    private Path onlyFile() throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private ServiceDraft draft(String name, String source) {
        return services.put(name, "0.1", ServiceState.DRAFT, source, List.of());
    }

    private static ServiceDraft typed(ServiceDraft hubs, String source) {
        return ServiceShelf.with(hubs, source, new ServiceShelf.Needs(hubs.properties(), hubs.packages()));
    }

    private String source() {
        return services.open("Draft", FIRST).source();
    }

    private JournalEntry<ServiceDraft> page(String name) {
        if (journal == null) {
            journal = DiskJournal.in(folder, "hub");
        }
        return journal.entry(new JournalKey("service", name, "0.1"), ServiceDraft.class);
    }

    /// Before the console that was started next.
    private Person afterTheEnd() {
        journal.close();
        journal = DiskJournal.in(folder, "hub");
        return Person.before(() -> {
            var around = new ServicesPage.Surroundings(OnFx.toolkit(), (place, argument) -> {}, journal);
            var page = new ServicesPage(services, new FlowsInMemory(), new WordHelp(), around);
            page.shown();
            return (Parent) page.view();
        });
    }

    private static String text(Person person) {
        return Pictures.on(() -> read(person));
    }

    private static String read(Person person) {
        return person.sees("#code") ? person.finds("#code", CodeArea.class).getText() : "";
    }
}
