// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.editor;

import dev.signalbox.desktop.desks.FlowsInMemory;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.desktop.pictures.Person;
import dev.signalbox.desktop.pictures.Pictures;
import dev.signalbox.workbench.editing.SourceHelp;
import dev.signalbox.workbench.service.Services;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javafx.scene.Parent;
import org.fxmisc.richtext.CodeArea;

/// A person before the Services page who writes in one service.
record Author(Person person) {
    /// Opens the page, and that service in it.
    static Author of(String service, Services services, SourceHelp help) throws TimeoutException {
        Person person = Person.before(() -> page(services, help));
        person.clicks("#open-service-" + service).clicks("#tab-" + service).clicks("#code");
        return new Author(person);
    }

    private static Parent page(Services services, SourceHelp help) {
        var around = new ServicesPage.Surroundings(OnFx.toolkit(), (place, argument) -> {});
        var page = new ServicesPage(services, new FlowsInMemory(), help, around);
        page.shown();
        return (Parent) page.view();
    }

    String text() {
        return Pictures.on(() -> area().getText());
    }

    int caret() {
        return Pictures.on(() -> area().getCaretPosition());
    }

    /// The line the caret is in, from 1.
    int caretLine() {
        return Pictures.on(() -> area().getCurrentParagraph() + 1);
    }

    /// Where what is chosen begins.
    int chosen() {
        return Pictures.on(() -> area().getSelection().getStart());
    }

    /// Does something to the text itself, on the window's thread.
    void with(Consumer<CodeArea> deed) {
        Pictures.on(() -> {
            deed.accept(area());
            return this;
        });
    }

    /// To be asked on the window's thread.
    CodeArea area() {
        return person.finds("#code", CodeArea.class);
    }
}
