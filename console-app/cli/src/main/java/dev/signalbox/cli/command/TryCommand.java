// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.command;

import dev.signalbox.cli.workspace.ServiceFile;
import dev.signalbox.cli.workspace.WorkspaceFiles;
import dev.signalbox.operator.service.PropertyDefinition;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.release.Language;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.packages.DeskPackages;
import dev.signalbox.workbench.packages.ResolvedPackage;
import dev.signalbox.workbench.tryout.Try;
import dev.signalbox.workbench.tryout.TryEvent;
import dev.signalbox.workbench.tryout.TryMessages;
import dev.signalbox.workbench.tryout.TryPlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/// Runs a service here, before any node has it.
@Command(
        name = "try",
        mixinStandardHelpOptions = true,
        description = {
            "Runs a service here on messages of yours, and tells what it does; needs no hub and no node.",
            "It runs in a process of its own with 192 MB and a folder that is deleted afterwards.",
            "Ends with 0 if the service did all that was asked, with 1 if it failed."
        })
public final class TryCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "Name.java, with Name.json beside it")
    private Path file = Path.of("");

    @Option(names = "--message", paramLabel = "JSON", description = "body of a message; may be given again")
    private List<String> bodies = List.of();

    @Option(
            names = "--messages",
            paramLabel = "FILE",
            description = "more of them, one a line; they come after those of --message")
    private @Nullable Path more;

    @Option(names = "--set", paramLabel = "NAME=VALUE", description = "value of a property; may be given again")
    private Map<String, String> values = Map.of();

    @Option(
            names = "--linger",
            paramLabel = "SECONDS",
            defaultValue = "0",
            description = "how long its timers run on after the last message (default: ${DEFAULT-VALUE})")
    private int linger;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description = "how long it may be at one thing (default: ${DEFAULT-VALUE})")
    private int patience;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = HubOption.CONSOLE_FOLDER,
            description = "console folder, which keeps packages that were fetched (default: ${DEFAULT-VALUE})")
    private Path data = Path.of("");

    @Option(names = "--json", description = "print one JSON object a line for programs")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        TryPlan plan = plan(WorkspaceFiles.service(file));
        var last = new AtomicReference<>(TryEvent.Kind.FAILED);
        try (var begun = Try.start(plan, event -> tell(event, last))) {
            begun.await();
        }
        return last.get() == TryEvent.Kind.ENDED ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private void tell(TryEvent event, AtomicReference<TryEvent.Kind> last) {
        last.set(event.kind());
        var out = spec.commandLine().getOut();
        out.println(json ? Json.writeText(event) : TryText.of(event, file));
        out.flush();
    }

    private TryPlan plan(ServiceFile service) {
        TryPlan.refusal(service.language()).ifPresent(problem -> {
            throw new ProblemException(problem);
        });
        return new TryPlan(service.name() + ".java", service.source(), properties(service), messages(), limits())
                .withJars(jars(Objects.requireNonNullElse(service.about().packages(), List.of())));
    }

    /// Fetched as the console does, and kept in its folder.
    private List<Path> jars(List<String> asked) {
        try (var packages = DeskPackages.in(data)) {
            return packages.resolve(Language.JAVA, asked).stream()
                    .map(ResolvedPackage::path)
                    .toList();
        }
    }

    /// What the service's file says, unless another value is given.
    private Map<String, String> properties(ServiceFile service) {
        var all = new HashMap<String, String>();
        List<PropertyDefinition> defined =
                Objects.requireNonNullElse(service.about().properties(), List.of());
        defined.forEach(one -> all.put(one.id(), one.initialValue()));
        all.putAll(values);
        return all;
    }

    private List<JsonNode> messages() {
        var all = new ArrayList<JsonNode>();
        bodies.forEach(text -> all.add(TryMessages.body(text)));
        if (more != null) {
            all.addAll(TryMessages.lines(WorkspaceFiles.read(more)));
        }
        return all;
    }

    private TryPlan.Limits limits() {
        try {
            return new TryPlan.Limits(patience, linger);
        } catch (IllegalArgumentException outOfBounds) {
            throw new ProblemException(
                    new Problem(
                            "try.limits",
                            String.valueOf(outOfBounds.getMessage()) + ".",
                            "Give --patience of 1 or more and --linger of 0 or more."),
                    outOfBounds);
        }
    }
}
