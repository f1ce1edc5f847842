// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.command;

import dev.signalbox.protocol.action.Injection;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.workbench.session.Workbench;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/// Puts a message into a step.
@Command(
        name = "inject",
        mixinStandardHelpOptions = true,
        description = "Puts a message into a step's mailbox, and does not wait for what comes of it.")
public final class InjectCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private HubOption hub = new HubOption();

    @Parameters(index = "0", paramLabel = "NODE", description = "the node's name")
    private String node = "";

    @Parameters(index = "1", paramLabel = "STEP", description = "the step, as flow/step")
    private String step = "";

    @Parameters(index = "2", paramLabel = "JSON", description = "the message, such as {\"mm\":7}")
    private String payload = "";

    @Option(names = "--text", description = "the message is text as it stands, not JSON")
    private boolean text;

    @Option(names = "--from", paramLabel = "STEP", description = "as if it came on the wire from that step")
    private @Nullable String from;

    @Option(names = "--property", paramLabel = "NAME=VALUE", description = "a property of the message; may be repeated")
    private Map<String, String> properties = Map.of();

    @Override
    public Integer call() {
        JsonNode said = text
                ? Json.mapper().getNodeFactory().stringNode(payload)
                : Json.readTree(payload.getBytes(StandardCharsets.UTF_8));
        var message = new Injection(Names.step(step), Optional.ofNullable(from).map(Names::step), said, properties);
        try (Workbench workbench = hub.open()) {
            spec.commandLine().getOut().println(workbench.nodeActions().inject(Names.device(node), message));
            spec.commandLine().getOut().flush();
            return CommandLine.ExitCode.OK;
        }
    }
}
