// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.desks.FlowsInMemory;
import dev.signalbox.desktop.desks.ServicesInMemory;
import dev.signalbox.desktop.desks.WordHelp;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.desktop.pictures.Person;
import dev.signalbox.operator.service.PropertyDefinition;
import dev.signalbox.operator.service.PropertyDefinition.Kind;
import dev.signalbox.operator.service.PropertyDefinition.Type;
import dev.signalbox.operator.service.ServiceState;
import dev.signalbox.protocol.release.ServiceVersion;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Parent;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Defines a service's properties in the window.
class PropertyFormTest {
    private static final PropertyDefinition FRESH =
            new PropertyDefinition("property1", "", Type.TEXT, false, "", Kind.STATIC);

    private final ServicesInMemory services = new ServicesInMemory();
    private Person person;

    @BeforeEach
    void aDraftIsOpen() throws TimeoutException {
        services.put("Draft", "0.1", ServiceState.DRAFT, "class Draft {}", List.of());
        person = Person.before(this::page).clicks("#open-service-Draft");
        person.awaits(() -> person.reads("None yet."));
        person.clicks("#property-add");
        awaits(FRESH);
    }

    @Test
    void aMandatorySecretHasNoInitialValue() throws TimeoutException {
        person.fills("#property-initial", "hunter2");
        awaits(new PropertyDefinition("property1", "", Type.TEXT, false, "hunter2", Kind.STATIC));
        person.fills("#property-id", "apiKey").fills("#property-name", "Key to the exchange");
        person.clicks("#property-mandatory").clicks("#property-kind").clicks("security");
        awaits(new PropertyDefinition("apiKey", "Key to the exchange", Type.TEXT, true, "", Kind.SECURITY));
        TextField initial = person.finds("#property-initial", TextField.class);
        assertThat(initial.isDisabled()).isTrue();
        assertThat(initial.getText()).as("no secret stays to be read").isEmpty();
        person.pictures("properties-security");
    }

    @Test
    void aNewOneIsNamedAtOnce() throws TimeoutException {
        person.types("limit");
        awaits(new PropertyDefinition("limit", "", Type.TEXT, false, "", Kind.STATIC));
    }

    @Test
    void aNumberIsCheckedBeforeItIsKept() throws TimeoutException {
        person.clicks("#property-type").clicks("number");
        awaits(new PropertyDefinition("property1", "", Type.NUMBER, false, "", Kind.STATIC));
        person.fills("#property-initial", "82,5");
        assertThat(person.reads("Not a number. Write 82.5 with a point.")).isTrue();
        person.pictures("properties-complaint");
        person.fills("#property-initial", "82.5");
        awaits(new PropertyDefinition("property1", "", Type.NUMBER, false, "82.5", Kind.STATIC));
    }

    @Test
    void twoPropertiesOfOneIdAreNotKept() throws TimeoutException {
        person.clicks("#property-add");
        person.awaits(() -> defined().size() == 2);
        person.fills("#property-id", "property2");
        assertThat(person.reads("There is a property of that id.")).isTrue();
        assertThat(defined()).extracting(PropertyDefinition::id).hasSize(2).doesNotHaveDuplicates();
        person.fills("#property-id", "limit");
        person.awaits(() -> defined().getFirst().id().equals("limit"));
    }

    @Test
    void aPropertyIsRemoved() throws TimeoutException {
        person.clicks("#property-remove");
        person.awaits(() -> defined().isEmpty());
        assertThat(person.reads("None yet.")).isTrue();
    }

    private void awaits(PropertyDefinition wanted) throws TimeoutException {
        person.awaits(() -> defined().equals(List.of(wanted)));
    }

    private List<PropertyDefinition> defined() {
        return services.open("Draft", new ServiceVersion(0, 1)).properties();
    }

    private Parent page() {
        var around = new ServicesPage.Surroundings(OnFx.toolkit(), (place, argument) -> {});
        var page = new ServicesPage(services, new FlowsInMemory(), new WordHelp(), around);
        page.shown();
        return (Parent) page.view();
    }
}
