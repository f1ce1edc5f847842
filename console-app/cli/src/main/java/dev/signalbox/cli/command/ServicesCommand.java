// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.command;

import dev.signalbox.cli.terminal.Colour;
import dev.signalbox.cli.terminal.Table;
import dev.signalbox.cli.workspace.Upload;
import dev.signalbox.cli.workspace.WorkspaceFiles;
import dev.signalbox.operator.service.ServiceDraft;
import dev.signalbox.operator.service.ServiceSummary;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.release.ServiceVersion;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.editing.Mark;
import dev.signalbox.workbench.editing.Severity;
import dev.signalbox.workbench.editing.SourceHelp;
import dev.signalbox.workbench.session.Workbench;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Services: list, show, push, check, try.
@Command(
        name = "services",
        mixinStandardHelpOptions = true,
        subcommands = TryCommand.class,
        description = "Lists, shows, stores, checks and tries services.")
public final class ServicesCommand {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists all services with their versions.")
    int list(@Mixin HubOption hub, @Mixin Output output) {
        try (Workbench workbench = hub.open()) {
            List<ServiceSummary> services = workbench.services().list();
            var table = new Table("SERVICE", "VERSION", "STATE", "DESCRIPTION");
            for (ServiceSummary service : services) {
                service.versions()
                        .forEach(version -> table.row(
                                service.name(),
                                version.version().toString(),
                                version.state().toString().toLowerCase(java.util.Locale.ROOT),
                                service.description()));
            }
            output.print(services, table);
            return CommandLine.ExitCode.OK;
        }
    }

    @Command(name = "show", mixinStandardHelpOptions = true, description = "Prints a service's source.")
    int show(
            @Mixin HubOption hub,
            @Parameters(paramLabel = "NAME", description = "the service") String name,
            @Option(names = "--version-of", paramLabel = "M.N", description = "the version (default: newest)") @Nullable
                    String version) {
        try (Workbench workbench = hub.open()) {
            ServiceVersion which = version == null ? newest(workbench, name) : version(version);
            out(workbench.services().open(name, which).source().stripTrailing());
            return CommandLine.ExitCode.OK;
        }
    }

    @Command(name = "push", mixinStandardHelpOptions = true, description = "Stores files as drafts.")
    int push(
            @Mixin HubOption hub,
            @Parameters(paramLabel = "FILE", arity = "1..*", description = "Name.java, with Name.json beside it")
                    List<Path> files) {
        try (Workbench workbench = hub.open()) {
            var upload = new Upload(workbench);
            for (Path file : files) {
                ServiceDraft stored = upload.push(WorkspaceFiles.service(file));
                out(stored.name() + " " + stored.version() + " stored");
            }
            return CommandLine.ExitCode.OK;
        }
    }

    @Command(name = "check", mixinStandardHelpOptions = true, description = "Compiles files here; needs no hub.")
    int check(@Parameters(paramLabel = "FILE", arity = "1..*", description = "the sources") List<Path> files) {
        try (var help = SourceHelp.create()) {
            boolean good = true;
            for (Path file : files) {
                good &= check(help, file);
            }
            return good ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
        }
    }

    private boolean check(SourceHelp help, Path file) {
        List<Mark> marks = help.check(String.valueOf(file.getFileName()), WorkspaceFiles.read(file));
        for (Mark mark : marks) {
            boolean error = mark.severity() == Severity.ERROR;
            String line = "%s:%d:%d: %s: %s"
                    .formatted(file, mark.line(), mark.column(), error ? "error" : "warning", mark.message());
            out((error ? Colour.RED : Colour.YELLOW).paint(line));
        }
        return marks.stream().noneMatch(mark -> mark.severity() == Severity.ERROR);
    }

    private void out(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }

    private static ServiceVersion newest(Workbench workbench, String name) {
        return workbench.services().list().stream()
                .filter(service -> service.name().equals(name))
                .flatMap(service -> service.versions().stream())
                .map(ServiceSummary.Version::version)
                .max(ServiceVersion::compareTo)
                .orElseThrow(() -> new ProblemException(new Problem(
                        "service.not-known",
                        "There is no service called " + name + ".",
                        "See signalbox services list.")));
    }

    private static ServiceVersion version(String text) {
        try {
            return ServiceVersion.parse(text);
        } catch (IllegalArgumentException malformed) {
            throw new ProblemException(
                    new Problem("service.bad-version", text + " is no version.", "Write major.minor, such as 0.1."),
                    malformed);
        }
    }
}
