// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent;

import dev.signalbox.agent.identity.Identity;
import dev.signalbox.agent.identity.IdentityStore;
import dev.signalbox.agent.identity.TrustFile;
import dev.signalbox.agent.log.Terminal;
import dev.signalbox.agent.storage.Folder;
import dev.signalbox.protocol.codec.ConnectionStrings;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.codec.ProvisioningTokens;
import dev.signalbox.protocol.identity.ConnectionString;
import dev.signalbox.protocol.identity.HubAddress;
import dev.signalbox.protocol.report.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The program on each machine. Runs until it is told to end (SIGTERM, Ctrl-C).
@Command(
        name = "node",
        description = "Runs what is released to this machine.",
        version = "signalbox node " + NodeProgram.VERSION,
        mixinStandardHelpOptions = true)
public final class NodeProgram implements Callable<Integer> {
    static final String VERSION = "0.1.0";

    @Option(names = "--data", description = "Where this node keeps what it knows; one folder for each node.")
    private @Nullable Path data;

    @Option(names = "--token", description = "Provisioning token; better given by --token-file or SIGNALBOX_TOKEN.")
    private @Nullable String token;

    @Option(names = "--token-file", description = "File that holds the provisioning token.")
    private @Nullable Path tokenFile;

    @Option(names = "--connection-string", description = "Instead of a token; needs --trust.")
    private @Nullable String connectionString;

    @Option(names = "--trust", description = "File with the hub's address, CA and owner fingerprints.")
    private @Nullable Path trust;

    @Option(names = "--mqtt-port", description = "Instead of the port in the trust file.")
    private @Nullable Integer mqttPort;

    @Option(names = "--https-port", description = "Instead of the port in the trust file.")
    private @Nullable Integer httpsPort;

    public static void main(String[] args) {
        System.setProperty("logback.configurationFile", "dev/signalbox/agent/logback.xml");
        System.exit(new CommandLine(new NodeProgram())
                .setExecutionExceptionHandler((thrown, line, parsed) -> explain(thrown))
                .execute(args));
    }

    private static int explain(Exception thrown) {
        Problem problem = thrown instanceof ProblemException told
                ? told.problem()
                : new Problem("node.stumbled", "The node cannot start: " + thrown + ".", "Look at its data folder.");
        System.err.println(problem);
        return 1;
    }

    @Override
    public Integer call() throws InterruptedException {
        Optional<Identity> given = given();
        Path where = data != null ? data : defaultFolder(given);
        Folder folder = Folder.at(where);
        Identity identity = new IdentityStore(folder).settle(given);
        var ended = new CountDownLatch(1);
        try (var lock = NodeLock.on(folder)) {
            var terminal = new Terminal(System.out, coloured());
            Node node = Node.start(identity, folder, terminal);
            Runtime.getRuntime().addShutdownHook(new Thread(node::close, "end"));
            ended.await();
            return lock.isHeld() ? 0 : 1;
        }
    }

    /// Colours for a person at a terminal, or for whoever shows our output to one.
    private static boolean coloured() {
        return Optional.ofNullable(System.console())
                        .filter(java.io.Console::isTerminal)
                        .isPresent()
                || System.getenv("SIGNALBOX_COLOUR") != null;
    }

    private static Path defaultFolder(Optional<Identity> given) {
        String name = given.map(identity -> identity.id().value()).orElse("default");
        return Path.of(System.getProperty("user.home"), ".local/share/signalbox/node", name);
    }

    private Optional<Identity> given() {
        if (connectionString != null) {
            return Optional.of(withTrust(ConnectionStrings.read(connectionString)));
        }
        String text = token != null ? token : tokenFile != null ? read(tokenFile) : System.getenv("SIGNALBOX_TOKEN");
        return Optional.ofNullable(text).map(ProvisioningTokens::read).map(Identity::of);
    }

    private Identity withTrust(ConnectionString string) {
        if (trust == null) {
            throw new ProblemException(new Problem(
                    "identity.no-trust",
                    "A connection string does not say whose certificate and releases to believe.",
                    "Add --trust FILE, or use a provisioning token, which says it all."));
        }
        TrustFile file = Json.read(read(trust), TrustFile.class);
        var hub = new HubAddress(
                string.host(),
                mqttPort != null ? mqttPort : file.hub().mqttPort(),
                httpsPort != null ? httpsPort : file.hub().httpsPort());
        return new Identity(hub, file.ca(), file.ownerKey(), string.deviceId(), string.sharedAccessKey());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new ProblemException(
                    new Problem(
                            "node.file-unreadable",
                            "The file " + file + " cannot be read.",
                            "Check its name and rights."),
                    unreadable);
        }
    }
}
