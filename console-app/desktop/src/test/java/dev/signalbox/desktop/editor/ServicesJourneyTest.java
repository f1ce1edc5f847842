// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.desks.FlowsInMemory;
import dev.signalbox.desktop.desks.ServicesInMemory;
import dev.signalbox.desktop.desks.WordHelp;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.desktop.kit.Theme;
import dev.signalbox.desktop.pictures.Patience;
import dev.signalbox.desktop.pictures.Pictures;
import dev.signalbox.operator.flow.Flow;
import dev.signalbox.operator.service.PropertyDefinition;
import dev.signalbox.operator.service.ServiceState;
import dev.signalbox.protocol.release.Assignment;
import dev.signalbox.protocol.release.ServiceVersion;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

class ServicesJourneyTest {
    private static final String SOURCE = """
            /** Watches one boiler and warns when its temperature leaves the band. */
            public class BoilerWatch extends CustomService {

                private double limit;

                @Override
                public void start() {
                    limit = property("limitCelsius").asDouble();
                    debug("watching boiler, limit " + limit + " C");
                }

                @Override
                public void process(Message message) {
                    if (message.body().get("temp").asDouble() > limit) {
                        warning("too hot");
                    }
                }
            }
            """;

    private final ServicesInMemory services = new ServicesInMemory();
    private final FlowsInMemory flows = new FlowsInMemory();
    private final FxRobot robot = new FxRobot();

    @Test
    void typingMarksErrorsSavesAndAReleasedVersionIsReadOnly() throws Exception {
        fill();
        Scene scene = Pictures.show(this::page, Theme.DARK);
        await(() -> robot.lookup("#open-service-BoilerWatch").tryQuery().isPresent());
        click("#open-service-BoilerWatch");
        await(() -> robot.lookup("#update-minor-banner").tryQuery().isPresent());
        Pictures.saveBoth(scene, "services-released");
        await(() -> robot.lookup("#update-minor-banner").tryQuery().isPresent());
        click("#update-minor-banner");
        await(() -> words("#save-state").equals("Saved"));
        click("#code");
        robot.write("wrong");
        await(() -> words("#status-errors").equals("1 error"));
        await(() -> words("#save-state").equals("Saved"));
        assertThat(services.open("BoilerWatch", new ServiceVersion(0, 3)).source())
                .contains("wrong");
        Pictures.saveBoth(scene, "services");
        click("#property-add");
        await(() -> services.open("BoilerWatch", new ServiceVersion(0, 3))
                        .properties()
                        .size()
                == 3);
    }

    @Test
    void anEmptyWorkspaceSaysWhatToDo() {
        Scene scene = Pictures.show(this::page, Theme.DARK);
        Pictures.saveBoth(scene, "services-empty");
        assertThat(robot.lookup("#service-first").tryQuery()).isPresent();
    }

    /// What is to be clicked may be a moment late on a busy machine.
    private FxRobot click(String query) throws Exception {
        await(() -> robot.lookup(query).match(Node::isVisible).tryQuery().isPresent());
        robot.clickOn(query);
        return robot;
    }

    private static void await(java.util.concurrent.Callable<Boolean> condition) throws Exception {
        Patience.until(condition);
    }

    private String words(String id) {
        return robot.lookup(id).queryLabeled().getText();
    }

    private void fill() {
        var properties = List.of(
                new PropertyDefinition(
                        "limitCelsius",
                        "Limit",
                        PropertyDefinition.Type.NUMBER,
                        true,
                        "82.5",
                        PropertyDefinition.Kind.STATIC),
                new PropertyDefinition(
                        "apiKey", "Key", PropertyDefinition.Type.TEXT, true, "", PropertyDefinition.Kind.SECURITY));
        services.put("BoilerWatch", "0.1", ServiceState.RELEASED, SOURCE, properties);
        services.put("BoilerWatch", "0.2", ServiceState.RELEASED, SOURCE, properties);
        for (String name : List.of("FilterBand", "HourlyMean", "KafkaOut", "ReadModbus")) {
            services.put(name, "0.1", ServiceState.DRAFT, "public class " + name + " {}\n", List.of());
        }
        flows.put(new Flow(
                "boiler-north",
                "",
                List.of(new Flow.Step("watch", "BoilerWatch", "0.2", Map.of(), Assignment.NONE, 0, 0)),
                List.of(),
                ""));
    }

    private Parent page() {
        var around = new ServicesPage.Surroundings(OnFx.toolkit(), (place, argument) -> {});
        var page = new ServicesPage(services, flows, new WordHelp(), around);
        page.shown();
        return (Parent) page.view();
    }
}
