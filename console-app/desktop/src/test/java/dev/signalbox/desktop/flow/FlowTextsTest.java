// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.desks.ByHand;
import dev.signalbox.desktop.desks.FlowsInMemory;
import dev.signalbox.desktop.desks.ServicesInMemory;
import dev.signalbox.desktop.kit.LiveFigures;
import dev.signalbox.operator.flow.Flow;
import dev.signalbox.operator.flow.Flow.Step;
import dev.signalbox.operator.service.ServiceState;
import dev.signalbox.protocol.release.Assignment;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.flow.FlowText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlowTextsTest {
    @TempDir
    private Path folder = Path.of("");

    private final ByHand fx = new ByHand();
    private final FlowsInMemory flows = new FlowsInMemory();
    private final ServicesInMemory services = new ServicesInMemory();
    private final FlowsViewModel model =
            new FlowsViewModel(new FlowDesk(flows, services, new LiveFigures(fx, System::nanoTime)), fx);

    @BeforeEach
    void fill() {
        services.put("A", "0.1", ServiceState.RELEASED, "", List.of());
        flows.put(flow("boiler", List.of(step("a", "A", "1"))));
        model.look();
        fx.arriveAll();
    }

    @Test
    void whatIsExportedIsImportedUnderAFreeNameAndOpened() {
        model.texts().personExports(folder.resolve("boiler.json"));
        fx.arriveAll();
        model.personImports(folder.resolve("boiler.json"));
        fx.arriveAll();
        assertThat(open().flow().get().name()).isEqualTo("boiler-2");
        assertThat(flows.open("boiler-2").steps())
                .isEqualTo(flows.open("boiler").steps());
        assertThat(model.problem().get()).isEmpty();
    }

    @Test
    void aBrokenFileMakesNoFlowAndIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("broken.json"), "{\"name\":");
        model.personImports(file);
        fx.arriveAll();
        assertThat(flows.list()).hasSize(1);
        assertThat(problem().what()).startsWith("The file " + file + ": The text is no flow");
    }

    @Test
    void aServiceTheHubDoesNotKnowIsNamedWithItsStep() {
        model.texts().personPastes(FlowText.write(flow("f", List.of(step("b", "Nobody", "1")))), Optional.empty());
        assertThat(open().flow().get().steps()).extracting(Step::name).containsExactly("a", "b");
        assertThat(problem().what()).endsWith("the hub does not know: Nobody (step b).");
    }

    @Test
    void pastingMoreThanAFlowCanHaveChangesNothing() {
        String large = "x".repeat(600_000);
        String text = FlowText.write(flow("f", List.of(step("b", "A", large))));
        model.texts().personPastes(text, Optional.empty());
        model.texts().personPastes(text, Optional.empty());
        assertThat(problem().code()).isEqualTo("flow.too-large");
        assertThat(open().flow().get().steps()).hasSize(2);
    }

    @Test
    void twoHundredStepsArePastedAsOneChangeWithNamesOfTheirOwn() {
        List<Step> many =
                IntStream.range(0, 200).mapToObj(i -> step("a-" + i, "A", "1")).toList();
        String text = FlowText.write(flow("f", many));
        model.texts().personPastes(text, Optional.empty());
        model.texts().personPastes(text, Optional.empty());
        assertThat(open().flow().get().steps())
                .extracting(Step::name)
                .hasSize(401)
                .doesNotHaveDuplicates();
        open().personUndoes();
        open().personUndoes();
        assertThat(open().flow().get().steps()).hasSize(1);
    }

    @Test
    void aLongNameGetsItsNumberWithinTheLimit() {
        String longest = "n".repeat(128);
        String text = FlowText.write(flow("f", List.of(step(longest, "A", "1"))));
        model.texts().personPastes(text, Optional.empty());
        model.texts().personPastes(text, Optional.empty());
        assertThat(open().flow().get().steps().getLast().name()).hasSize(128).endsWith("n-2");
    }

    private Problem problem() {
        return model.problem().get().orElseThrow();
    }

    private FlowViewModel open() {
        return model.current().get().orElseThrow();
    }

    private static Flow flow(String name, List<Step> steps) {
        return new Flow(name, "", steps, List.of(), "");
    }

    private static Step step(String name, String service, String value) {
        return new Step(name, service, Step.LATEST, Map.of("p", value), Assignment.NONE, 48, 96);
    }
}
