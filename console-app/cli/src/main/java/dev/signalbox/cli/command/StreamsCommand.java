// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.command;

import dev.signalbox.cli.terminal.Table;
import dev.signalbox.operator.stream.MessagePage;
import dev.signalbox.operator.stream.MessageView;
import dev.signalbox.operator.stream.NewStream;
import dev.signalbox.operator.stream.StreamView;
import dev.signalbox.workbench.session.Workbench;
import dev.signalbox.workbench.stream.MessageSearch;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Streams: where devices' messages go, and what came.
@Command(
        name = "streams",
        mixinStandardHelpOptions = true,
        description = "Lists, makes and deletes streams, and shows their messages.",
        subcommands = LettersCommand.class)
public final class StreamsCommand {
    private static final int SHOWN = 100;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists all streams; 0 is the dead letters.")
    int list(@Mixin HubOption hub, @Mixin Output output) {
        try (Workbench workbench = hub.open()) {
            List<StreamView> all = workbench.streams().list();
            var table = new Table("CHANNEL", "STREAM", "OLDEST KEY", "NEXT KEY", "NEWEST MESSAGE");
            all.forEach(stream -> table.row(
                    Long.toString(stream.number()),
                    stream.name().toString(),
                    Long.toString(stream.oldestKey()),
                    Long.toString(stream.nextKey()),
                    stream.lastAt().map(Instant::toString).orElse("")));
            output.print(all, table);
            return CommandLine.ExitCode.OK;
        }
    }

    @Command(name = "make", mixinStandardHelpOptions = true, description = "Makes a stream and prints its channel.")
    int make(
            @Mixin HubOption hub,
            @Parameters(paramLabel = "GROUP/STREAM", description = "the names of its group and its own") String name,
            @Mixin StreamOptions options) {
        try (Workbench workbench = hub.open()) {
            var wanted = new NewStream(StreamOptions.name(name), options.rules());
            print(Long.toString(workbench.streams().make(wanted).number()));
            return CommandLine.ExitCode.OK;
        }
    }

    @Command(
            name = "delete",
            mixinStandardHelpOptions = true,
            description = "Deletes a stream and its messages; what still comes for it becomes dead letters.")
    int delete(@Mixin HubOption hub, @Parameters(paramLabel = "CHANNEL", description = "its number") long number) {
        try (Workbench workbench = hub.open()) {
            workbench.streams().delete(number);
            return CommandLine.ExitCode.OK;
        }
    }

    @Command(
            name = "messages",
            mixinStandardHelpOptions = true,
            description = "Shows messages that are found, the newest " + SHOWN + " or those from a key on.")
    int messages(
            @Mixin HubOption hub,
            @Mixin Output output,
            @Parameters(paramLabel = "CHANNEL", description = "the stream's number") long number,
            @Mixin SearchOptions options) {
        try (Workbench workbench = hub.open()) {
            long next = workbench.streams().get(number).nextKey();
            List<MessageView> found = found(workbench, number, options.search(SHOWN, next));
            var table = new Table("KEY", "RECEIVED", "DEVICE", "BYTES", "PAYLOAD");
            found.forEach(message -> table.row(
                    Long.toString(message.key()),
                    message.received().toString(),
                    message.device().value(),
                    Long.toString(message.size()),
                    beginning(message)));
            output.print(found, table);
            return CommandLine.ExitCode.OK;
        }
    }

    @Command(
            name = "payload",
            mixinStandardHelpOptions = true,
            description = "Prints the whole payload of a message as it is.")
    int payload(
            @Mixin HubOption hub,
            @Parameters(index = "0", paramLabel = "CHANNEL", description = "the stream's number") long number,
            @Parameters(index = "1", paramLabel = "KEY", description = "the message's key") long key) {
        try (Workbench workbench = hub.open()) {
            workbench.streams().payload(number, key, System.out);
            System.out.flush();
            return CommandLine.ExitCode.OK;
        }
    }

    /// The hub looks at some thousands at once, so that one page may be empty though there is more.
    private static List<MessageView> found(Workbench workbench, long number, MessageSearch search) {
        var found = new ArrayList<MessageView>();
        MessagePage page = workbench.streams().messages(number, search);
        long from = search.from();
        while (page.nextKey() > from && found.size() + page.messages().size() < search.most()) {
            found.addAll(page.messages());
            from = page.nextKey();
            page = workbench.streams().messages(number, search.from(from));
        }
        found.addAll(page.messages());
        return found.subList(0, Math.min(found.size(), search.most()));
    }

    private static String beginning(MessageView message) {
        String text = new String(Base64.getDecoder().decode(message.head()), StandardCharsets.UTF_8);
        String printable = text.replaceAll("\\p{Cntrl}", " ");
        return printable.length() <= 60 ? printable : printable.substring(0, 60) + "...";
    }

    private void print(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
