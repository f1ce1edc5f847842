// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.HubAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Runs a hub until it is told to stop.
@Command(
        name = "signalbox-hub",
        mixinStandardHelpOptions = true,
        version = "Signalbox hub 0.1.0",
        sortOptions = false,
        description = "Runs the Signalbox hub: devices sign in to it, operators manage them with the console.")
public final class HubProgram implements Callable<Integer> {
    /// In MiB; no disk is larger.
    private static final long MOST_KEPT_FREE = 1L << 40;

    @Option(names = "--data", paramLabel = "DIR", description = "folder for all it keeps (default: ${DEFAULT-VALUE})")
    private Path data = Path.of(System.getProperty("user.home"), ".local", "share", "signalbox", "hub");

    @Option(names = "--host", description = "name or address to listen on (default: ${DEFAULT-VALUE})")
    private String host = HubConfig.DEFAULT_HOST;

    @Option(names = "--mqtt-port", description = "for devices, 0 for any free one (default: ${DEFAULT-VALUE})")
    private int mqttPort = HubConfig.DEFAULT_MQTT_PORT;

    @Option(
            names = "--https-port",
            description = "for operators and nodes, 0 for any free one (default: ${DEFAULT-VALUE})")
    private int httpsPort = HubConfig.DEFAULT_HTTPS_PORT;

    @Option(names = "--workspace", paramLabel = "SLUG", description = "its name, chosen at the first start")
    private @Nullable String workspace;

    @Option(
            names = "--keep-days",
            paramLabel = "DAYS",
            description = "how long to keep devices' messages (default: ${DEFAULT-VALUE})")
    private int keepDays = (int) HubConfig.DEFAULT_KEEP_MESSAGES.toDays();

    @Option(
            names = "--keep-free",
            paramLabel = "MIB",
            description = "room on the disk that devices' messages leave free; with less no messages are taken in, and"
                    + " devices keep them (default: 1024, or a twentieth of a small disk)")
    private @Nullable Long keepFree;

    @Option(
            names = "--messages-per-day",
            paramLabel = "N",
            description = "so many messages a device may send in a day (UTC); it keeps those that are more. 0 for any"
                    + " number (default: ${DEFAULT-VALUE})")
    private long messagesPerDay;

    @Option(
            names = "--new-owner-token",
            description = "instead of running: make a fresh one-time token for the owner, in owner.token of the data"
                    + " folder, and end all earlier sessions of the owner. For when the console's folder is lost. The"
                    + " hub must be stopped.")
    private boolean newOwnerToken;

    public static void main(String[] arguments) {
        prepare();
        System.exit(new CommandLine(new HubProgram()).execute(arguments));
    }

    /// Leaves out parts of the libraries that a hub does not need, and that cost start time.
    static void prepare() {
        System.setProperty("vertx.disableDnsResolver", "true");
        System.setProperty("io.netty.jfr.enabled", "false");
        LogLayout.begin();
    }

    @Override
    public Integer call() throws InterruptedException {
        if (!isPort(mqttPort) || !isPort(httpsPort)) {
            System.err.println("Ports are 0 to 65535.");
            return CommandLine.ExitCode.USAGE;
        }
        if (keepDays < 1 || keepDays > 3650) {
            System.err.println("Messages are kept for 1 to 3650 days.");
            return CommandLine.ExitCode.USAGE;
        }
        if (messagesPerDay < 0 || (keepFree != null && (keepFree < 0 || keepFree > MOST_KEPT_FREE))) {
            System.err.println("--messages-per-day is 0 or more, --keep-free 0 to " + MOST_KEPT_FREE + ".");
            return CommandLine.ExitCode.USAGE;
        }
        try {
            return newOwnerToken ? renewOwnerToken() : run();
        } catch (ProblemException problem) {
            System.err.println(problem.problem());
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    private int renewOwnerToken() {
        System.out.printf("""
                A fresh one-time token is in %s, and all earlier sessions of the owner have ended.
                Start the hub, then the console on this machine; for a console elsewhere, put the token's file into its folder.
                Releases are still signed with the workspace's owner.key: restore it from its copy into the console's folder.
                """, LostOwner.renewToken(data));
        return CommandLine.ExitCode.OK;
    }

    private int run() throws InterruptedException {
        try (var hub = Hub.start(new HubConfig(
                data,
                host,
                mqttPort,
                httpsPort,
                Optional.ofNullable(workspace),
                Clock.systemUTC(),
                Duration.ofDays(keepDays),
                bounds()))) {
            Runtime.getRuntime().addShutdownHook(new Thread(hub::close, "stop"));
            HubAddress at = hub.address();
            System.out.printf(
                    "Signalbox hub %s listens on https://%s:%d and mqtts://%s:%d%n",
                    hub.contact().workspace(), at.host(), at.httpsPort(), at.host(), at.mqttPort());
            hub.awaitStop();
            return CommandLine.ExitCode.OK;
        }
    }

    private HubConfig.Bounds bounds() {
        OptionalLong bytes = keepFree == null ? OptionalLong.empty() : OptionalLong.of(keepFree << 20);
        return new HubConfig.Bounds(bytes, messagesPerDay);
    }

    private static boolean isPort(int port) {
        return port >= 0 && port <= 65535;
    }
}
