// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.device.client.DeviceClient;
import dev.signalbox.hub.Hub;
import dev.signalbox.hub.HubConfig;
import dev.signalbox.operator.session.HubContact;
import dev.signalbox.protocol.stream.MessageIds;
import dev.signalbox.testing.process.Await;
import dev.signalbox.testing.tls.Trusting;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SignalboxProgramTest {
    private static final Path SAMPLES = Path.of("../../assets/workspace");

    /// Commands that have no verbs.
    /// Verbs below another verb.
    private static final Set<String> GROUPS = Set.of("letters", "step", "log");
    private static final List<String> ALONE = List.of("release", "intake");

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Optional<Hub> hub = Optional.empty();

    @AfterEach
    void stop() {
        hub.ifPresent(Hub::close);
    }

    @Test
    void everyVerbHasHelp() {
        for (String noun : List.of("step", "log")) {
            SignalboxProgram.commandLine()
                    .getSubcommands()
                    .get("nodes")
                    .getSubcommands()
                    .get(noun)
                    .getSubcommands()
                    .keySet()
                    .forEach(verb ->
                            assertThat(run("nodes", noun, verb, "--help")).isZero());
        }
        for (CommandLine verb : SignalboxProgram.commandLine().getSubcommands().values()) {
            verb.getSubcommands()
                    .keySet()
                    .forEach(noun -> assertThat(run(verb.getCommandName(), noun, "--help"))
                            .isZero());
        }
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("demo", "services", "release", "logs");
    }

    @Test
    void aWrongUseIsTwo() {
        assertThat(run("services", "dance")).isEqualTo(2);
        assertThat(run("logs", "--level", "LOUD")).isEqualTo(2);
    }

    @Test
    void withoutAHubThereIsASentence() {
        assertThat(on("nodes", "list")).isEqualTo(1);
        assertThat(err.toString()).contains("No hub has been started in").doesNotContain("Exception");
    }

    @Test
    void aTokenIsMadeListedAndRevoked() {
        startHub();
        assertThat(on("tokens", "make", "hall-b", "--device", "pump-1", "--single-use", "--life", "PT1H"))
                .isZero();
        assertThat(out.toString()).contains("signalbox2.");
        assertThat(on("tokens", "list")).isZero();
        assertThat(out.toString()).containsPattern("hall-b +open +\\S+Z +0 +pump-1");
        assertThat(on("tokens", "make", "HALL-B")).isEqualTo(1);
        assertThat(on("tokens", "revoke", "hall-b")).isZero();
        assertThat(on("tokens", "revoke", "hall-b")).isEqualTo(1);
        assertThat(on("tokens", "make", "bad", "--life", "soon")).isEqualTo(1);
        assertThat(err.toString()).contains("\"soon\" is no duration");
    }

    @Test
    void aDeviceThatWaitsIsNamedByItsCode() {
        startHub();
        assertThat(on("waiting", "list")).isZero();
        assertThat(out.toString()).contains("CODE").contains("DEVICE");
        assertThat(on("waiting", "approve", "AAAA-AAAA")).isEqualTo(1);
        assertThat(err.toString()).contains("shows the code AAAA-AAAA");
    }

    @Test
    void theSamplesCompileAndAreReleased() throws Exception {
        startHub();
        assertThat(run(with(List.of("services", "check"), samples("services", ".java"))))
                .isZero();
        assertThat(on(with(List.of("services", "push"), samples("services", ".java"))))
                .isZero();
        assertThat(on(with(List.of("flows", "push"), samples("flows", ".json"))))
                .isZero();
        assertThat(on("nodes", "add", "press-01", "--tag", "site=north")).isZero();
        assertThat(out.toString()).contains("signalbox2.");

        assertThat(on("release", "--dry-run")).isZero();
        assertThat(on("release", "--note", "first")).isZero();

        assertThat(out.toString())
                .contains("press-01: starts boiler/band, boiler/sensor, boiler/watch, pulse/beat;")
                .contains("Release 1 is on its way.");
        assertThat(on("services", "list")).isZero();
        assertThat(out.toString()).contains("BoilerWatch").contains("released");
        assertThat(on("releases", "list")).isZero();
        assertThat(out.toString()).containsPattern("1 +\\S+Z +\\S+ +first");
        assertThat(on("releases", "compare", "0", "1")).isZero();
        assertThat(out.toString()).contains("Flow boiler").contains("+ watch: BoilerWatch 0.1");
        assertThat(on("releases", "compare", "1", "1")).isZero();
        assertThat(out.toString()).contains("Nothing differs.");
        assertThat(on("releases", "compare", "1", "9")).isEqualTo(1);
        assertThat(err.toString()).contains("There is no release 9");
        assertThat(on("nodes", "tags", "press-01", "site=south")).isZero();
        assertThat(on("nodes", "list", "--json")).isZero();
        assertThat(out.toString()).contains("\"site\" : \"south\"");
        assertThat(on("services", "show", "Heartbeat")).isZero();
        assertThat(out.toString()).contains("class Heartbeat");
    }

    @Test
    void backEndsGetTheirConnectionStrings() {
        startHub();
        assertThat(on("policies", "list")).isZero();
        assertThat(out.toString())
                .contains("iothubowner")
                .contains("ServiceConnect")
                .doesNotContain("SharedAccessKey=");
        assertThat(on("policies", "connection-string", "service")).isZero();
        assertThat(out.toString()).contains("HostName=127.0.0.1;SharedAccessKeyName=service;SharedAccessKey=");
        assertThat(on("policies", "connection-string", "nobody")).isEqualTo(1);
        assertThat(err.toString()).contains("signalbox policies list");
    }

    @Test
    void streamsAreMadeAndProgramsGetTokensToReadThem() {
        startHub();
        assertThat(on("streams", "make", "plant/press", "--batch-ids", "{deviceId}", "--join", "WITH_NEW_LINES"))
                .isZero();
        assertThat(on("streams", "list")).isZero();
        assertThat(out.toString()).contains("plant/press").contains("dead-letters");
        assertThat(on("streams", "messages", "2", "--text", "nothing")).isZero();
        assertThat(on("streams", "payload", "2", "0")).isEqualTo(1);
        assertThat(err.toString()).contains("Message 0 of stream 2 is not there");
        assertThat(on("streams", "make", "press")).isEqualTo(1);
        assertThat(on("consumers", "make", "shop", "--channel", "1", "--channel", "2", "--life", "P30D"))
                .isZero();
        assertThat(out.toString()).containsPattern("sbc_[A-Za-z0-9_-]{43}");
        assertThat(on("consumers", "make", "shop")).isEqualTo(1);
        assertThat(err.toString()).contains("There is a consumer token \"shop\" already.");
        assertThat(on("consumers", "make", "other", "--life", "long")).isEqualTo(1);
        assertThat(on("consumers", "list")).isZero();
        assertThat(out.toString()).contains("1 2");
        assertThat(on("consumers", "delete", "shop")).isZero();
        assertThat(on("consumers", "delete", "shop")).isEqualTo(1);
        assertThat(on("streams", "delete", "2")).isZero();
    }

    @Test
    void deadLettersAreCountedAndForgottenOnlyOnPurpose() {
        startHub();
        assertThat(on("streams", "letters", "list")).isZero();
        assertThat(out.toString()).contains("REASON");
        assertThat(on("streams", "letters", "discard", "3", "4")).isEqualTo(1);
        assertThat(err.toString()).contains("forget 2 dead letters for good").contains("--yes");
        assertThat(on("streams", "letters", "discard", "3", "4", "--yes")).isZero();
        assertThat(out.toString()).contains("0 discarded");
        assertThat(on("streams", "letters", "again", "--reason", "stream-not-known"))
                .isZero();
        assertThat(out.toString()).contains("0 sent again, 0 dead letters still");
        assertThat(on("streams", "letters", "again", "--reason", "whatever")).isEqualTo(1);
        assertThat(err.toString()).contains("which dead letters are meant");
    }

    @Test
    void theHubSaysWhetherItTakesInMessages() {
        startHub();
        assertThat(on("intake")).isZero();
        assertThat(out.toString()).contains("taken in").contains("any number").contains("MiB");
        assertThat(on("intake", "--json")).isZero();
        assertThat(out.toString()).contains("keptFreeBytes");
    }

    @Test
    void aWorkspaceIsClosedToNewDevicesAndOpened() {
        startHub();
        assertThat(on("waiting", "close")).isZero();
        assertThat(out.toString()).contains("closed to new devices, since ").contains(" by ");
        assertThat(on("waiting", "list")).isZero();
        assertThat(err.toString()).contains("closed to new devices");
        assertThat(on("waiting", "open")).isZero();
        assertThat(out.toString()).contains("open to new devices");
    }

    @Test
    void whatIsSwitchedOffIsShownAndANodeThatIsAwayHearsOfItLater() throws Exception {
        startHub();
        assertThat(on(with(List.of("services", "push"), samples("services", ".java"))))
                .isZero();
        assertThat(on(with(List.of("flows", "push"), samples("flows", ".json"))))
                .isZero();
        assertThat(on("nodes", "add", "press-01", "--tag", "site=north")).isZero();
        assertThat(on("release")).isZero();

        assertThat(on("nodes", "step", "disable", "press-01", "boiler/watch")).isZero();
        assertThat(out.toString()).contains("boiler/watch is disabled on press-01, which hears of it when it comes.");
        assertThat(on("nodes", "step", "disable", "press-01", "boiler/nothing")).isEqualTo(1);
        assertThat(err.toString()).contains("is not to run a step boiler/nothing");
        assertThat(on("nodes", "step", "enable", "press-01", "boiler/watch")).isZero();
        assertThat(on("nodes", "maintenance", "press-01", "on")).isZero();
        assertThat(on("nodes", "list")).isZero();
        assertThat(out.toString()).contains("away, in maintenance");
        assertThat(on("nodes", "maintenance", "press-01", "off")).isZero();
        assertThat(on("nodes", "disable", "press-01")).isZero();
        assertThat(on("nodes", "list")).isZero();
        assertThat(out.toString()).contains("away, disabled");
        assertThat(on("nodes", "enable", "press-01")).isZero();
        assertThat(on("flows", "disable", "pulse")).isZero();
        assertThat(on("flows", "list")).isZero();
        assertThat(out.toString()).containsPattern("pulse +disabled").containsPattern("boiler +enabled");
        assertThat(on("flows", "enable", "pulse")).isZero();
        assertThat(on("flows", "disable", "nothing")).isEqualTo(1);
    }

    @Test
    void aNodeThatIsAwayCannotBeAskedAndThatIsSaid() {
        startHub();
        assertThat(on("nodes", "add", "press-01")).isZero();
        for (List<String> verb : List.of(
                List.of("ping", "press-01"),
                List.of("restart", "press-01"),
                List.of("sync", "press-01"),
                List.of("step", "restart", "press-01", "boiler/watch"),
                List.of("step", "call", "press-01", "boiler/watch", "{}"),
                List.of("log", "level", "press-01", "WARNING", "--for", "PT5M"),
                List.of("log", "read", "press-01", "--from", "PT2H"))) {
            err.getBuffer().setLength(0);
            assertThat(on(with(List.of("nodes"), verb))).as(verb.toString()).isEqualTo(1);
            assertThat(err.toString()).as(verb.toString()).contains("press-01 is not connected");
        }
        assertThat(on("nodes", "ping", "nobody")).isEqualTo(1);
        assertThat(err.toString()).contains("does not know a node called nobody");
        assertThat(on("nodes", "step", "stop", "press-01", "watch")).isEqualTo(1);
        assertThat(err.toString()).contains("flow/step");
        assertThat(on("nodes", "log", "read", "press-01", "--from", "noon")).isEqualTo(1);
        assertThat(err.toString()).contains("\"noon\" is no time");
        assertThat(on("nodes", "maintenance", "press-01", "maybe")).isEqualTo(2);
    }

    @Test
    void aDeviceThatToldNoAccountIsSaidToHaveToldNone() {
        startHub();
        assertThat(on("nodes", "add", "pump-1")).isZero();
        assertThat(on("devices", "account", "pump-1")).isEqualTo(1);
        assertThat(err.toString()).contains("no account of a device called pump-1");
    }

    @Test
    void whatBecameOfADevicesMessagesIsPrinted() throws Exception {
        startHub();
        assertThat(on("nodes", "add", "pump-1")).isZero();
        assertThat(on("nodes", "connection-string", "pump-1")).isZero();
        String string = out.toString()
                .lines()
                .filter(line -> line.startsWith("HostName="))
                .findFirst()
                .orElseThrow();
        try (var pump = pump(string)) {
            pump.createStreamSender().sendMessage("{}", MessageIds.NONE);
        }
        try (var pump = pump(string)) {
            Await.until(
                    "it has told its account",
                    Duration.ofSeconds(60),
                    () -> on("devices", "account", "pump-1") == 0
                            && out.toString()
                                    .matches("(?s).*forwarded +1\\R.*agrees +yes\\R.*stored by the hub +1\\R.*"));
            assertThat(pump.account().agrees()).isTrue();
        }
        assertThat(on("devices", "account", "pump-1", "--json")).isZero();
        assertThat(out.toString()).contains("\"forwarded\" : 1");
    }

    private DeviceClient pump(String connectionString) throws InterruptedException {
        HubContact contact = hub.orElseThrow().contact();
        return DeviceClient.builder()
                .connectionString(connectionString)
                .ports(contact.address().mqttPort(), contact.address().httpsPort())
                .trust(Trusting.context(contact.caPem()))
                .folder(folder.resolve("pump-1"))
                .start();
    }

    @Test
    void authoritiesAreEnteredListedAndForgotten() {
        startHub();
        String file = folder.resolve("hub/ca-certificate.pem").toString();
        assertThat(on("authorities", "add", "pumps", file)).isZero();
        assertThat(out.toString()).containsPattern("[0-9A-F]{48}");
        assertThat(on("authorities", "verify", "pumps", file)).isEqualTo(1);
        assertThat(err.toString()).contains("its subject is not the verification code");
        assertThat(on("authorities", "list")).isZero();
        assertThat(out.toString()).contains("pumps").contains("not verified").contains("CN=Signalbox hub CA");
        assertThat(on("authorities", "delete", "pumps")).isZero();
        assertThat(on("authorities", "add", "pumps", file, "--verified")).isZero();
        assertThat(out.toString()).contains("pumps lets devices in");
        assertThat(on("nodes", "add", "pump-1", "--ca-signed")).isZero();
        assertThat(out.toString()).contains("HostName=127.0.0.1;DeviceId=pump-1;x509=true");
    }

    @Test
    void pushingTheSameTwiceChangesNothing() {
        startHub();
        String file = SAMPLES.resolve("services/Heartbeat.java").toString();
        on("services", "push", file);
        on("services", "push", file);

        assertThat(out.toString().lines().filter(line -> line.equals("Heartbeat 0.1 stored")))
                .hasSize(2);
    }

    @Test
    void whatDoesNotCompileIsToldWithItsPlace() throws Exception {
        startHub();
        Path file = Files.writeString(folder.resolve("Pump.java"), """
                import dev.signalbox.api.CustomService;
                public class Pump extends CustomService {
                    public void start() { debugg("x"); }
                }
                """);
        Path flow = Files.writeString(folder.resolve("pump.json"), """
                {"name": "pump", "steps": [{"name": "p", "service": "Pump", "version": "latest", "properties": {},
                 "assignment": {"nodes": ["press-01"], "tags": {}}, "x": 0, "y": 0}]}
                """);
        assertThat(run("services", "check", file.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("Pump.java:3:27: error: ");
        assertThat(on("services", "push", file.toString())).isZero();
        assertThat(on("flows", "push", flow.toString())).isZero();

        assertThat(on("release")).isEqualTo(1);
        assertThat(err.toString()).startsWith("Pump.java:3:27: error: ");
    }

    private void startHub() {
        hub = Optional.of(Hub.start(
                new HubConfig(folder.resolve("hub"), "127.0.0.1", 0, 0, Optional.of("demo"), Clock.systemUTC())));
    }

    private int on(String... arguments) {
        return on(List.of(arguments));
    }

    private int on(List<String> arguments) {
        var all = new ArrayList<>(arguments);
        int verb = ALONE.contains(arguments.getFirst()) ? 1 : GROUPS.contains(arguments.get(1)) ? 3 : 2;
        all.add(verb, "--hub-data=" + folder.resolve("hub"));
        all.add(verb, "--data=" + folder.resolve("console"));
        return run(all);
    }

    private int run(String... arguments) {
        return run(List.of(arguments));
    }

    private int run(List<String> arguments) {
        return SignalboxProgram.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments.toArray(String[]::new));
    }

    private static List<String> with(List<String> verb, List<String> files) {
        var all = new ArrayList<>(verb);
        all.addAll(files);
        return all;
    }

    private static List<String> samples(String folder, String ending) throws java.io.IOException {
        try (var files = Files.list(SAMPLES.resolve(folder))) {
            return files.map(Path::toString)
                    .filter(file -> file.endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
