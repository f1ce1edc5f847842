// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.agent.log.NodeLog;
import dev.signalbox.local.app.LocalApp;
import dev.signalbox.local.message.WhenFull;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.local.FromAgent;
import dev.signalbox.protocol.report.AppReport;
import dev.signalbox.protocol.report.LogLine;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.testing.process.Await;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

class LocalAppsTest {
    private static final Duration LONG = Duration.ofSeconds(90);
    private static final String INIT = "{\"signal\":{\"sdkinit\":{\"version\":\"1.8.0\",\"receipts\":true}}}";
    private static final String UP = "{\"signal\":{\"connectionstatus\":\"connected\"}}";
    private static final String DOWN = "{\"signal\":{\"connectionstatus\":\"disconnected\"}}";
    private static final String HELLO =
            "{\"signal\": {\"sdkclient\": {\"name\": \"testapp\", \"status\": \"connected\", \"version\": \"1.3.0\"}}}\n";
    private static final String DATA =
            "{\"data\": {\"sdkclient\": {\"name\": \"testapp\"}, \"payload\": {\"test_metric\": \"test data\"}, \"channel\": \"test\"}}\n";

    @TempDir
    Path folder;

    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final List<LogLine> lines = new CopyOnWriteArrayList<>();
    private final NodeLog log = new NodeLog(Clock.systemUTC(), lines::add, (payload, properties) -> true);
    private final Surroundings around = new Surroundings(
            this::take, (app, command, arguments) -> calls.add(app + " " + command + " " + arguments), log, () -> {});
    private volatile String refusal = "";
    private LocalApps apps;

    private void take(byte[] payload, Map<String, String> properties) {
        if (!refusal.isEmpty()) {
            throw new ProblemException(new Problem(refusal, "It cannot be taken.", "Wait."));
        }
        taken.add(new String(payload, UTF_8) + " " + properties);
    }

    private Path socket() {
        return folder.resolve("s");
    }

    @BeforeEach
    void listen() {
        apps = LocalApps.listen(new SocketFile(socket(), false), around);
    }

    @AfterEach
    void end() {
        apps.close();
        log.close();
    }

    private void awaitTaken(int count) {
        Await.until(count + " messages are taken", LONG, () -> taken.size() >= count);
    }

    private void awaitLine(String text) {
        Await.until(
                "the log says " + text,
                LONG,
                () -> lines.stream()
                        .anyMatch(line -> (line.step() + " " + line.text() + " " + line.faultCode()).contains(text)));
    }

    private void awaitApps(int count) {
        Await.until(count + " apps are joined", LONG, () -> apps.reports().size() == count);
    }

    @Test
    void theReferencesBytesAreUnderstoodInPiecesAndAmongJunk() throws Exception {
        try (var app = RawApp.at(socket())) {
            app.await(INIT).await(DOWN).say("junk\n{\"x\":1}\n" + HELLO + DATA.substring(0, 30));
            awaitApps(1);
            app.say(DATA.substring(30) + DATA);
            awaitTaken(2);
            assertThat(taken).containsOnly("{\"test_metric\":\"test data\"} {stream-name=test, signalbox-app=testapp}");
            assertThat(apps.reports())
                    .extracting(AppReport::name, AppReport::version)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple("testapp", "1.3.0"));
            awaitLine("local.junk");
        }
        awaitApps(0);
    }

    @Test
    void dataMayComeBeforeTheGreetingAndAGroupWithTheChannel() throws Exception {
        try (var app = RawApp.at(socket())) {
            app.say("{\"data\":{\"sdkclient\":{\"name\":\"early\"},\"payload\":7,\"channel\":\"plant/pumps\"}}\n");
            awaitTaken(1);
            assertThat(taken).containsExactly("7 {stream-group-name=plant, stream-name=pumps, signalbox-app=early}");
            assertThat(apps.reports()).hasSize(1);
        }
    }

    @Test
    void theConnectionsStateIsToldOnAttachingAndAtEachChange() throws Exception {
        apps.connection(true);
        try (var app = RawApp.at(socket())) {
            app.await(UP);
            apps.connection(false);
            app.await(DOWN);
            apps.connection(false);
            apps.connection(true);
            Await.until("it is told thrice", LONG, () -> app.heard().size() == 4);
            assertThat(app.heard()).containsExactly(INIT, UP, DOWN, UP);
        }
    }

    @Test
    void aPlannedEndIsSaidBefore() throws Exception {
        try (var app = RawApp.at(socket())) {
            app.await(DOWN);
            apps.close();
            app.await("(end)");
            assertThat(app.heard()).endsWith("{\"signal\":{\"agentstatus\":\"stopping\"}}", "(end)");
            assertThat(socket()).doesNotExist();
        }
    }

    @Test
    void aCallReachesTheNodeWithTheAppsName() throws Exception {
        try (var app = RawApp.at(socket())) {
            app.say("{\"signal\": {\"sdkclient\": {\"name\": \"testapp\", \"call\": {\"open\": {\"valve\": 3}}}}}\n");
            app.say("{\"signal\": {\"sdkclient\": {\"name\": \"testapp\", \"call\": {\"shut\": {}}}}}\n");
            Await.until("both calls are made", LONG, () -> calls.size() == 2);
            assertThat(calls).containsExactly("testapp open {\"valve\":3}", "testapp shut {}");
        }
    }

    @Test
    void anErrorOfACallbackIsALineOfTheLog() throws Exception {
        try (var app = RawApp.at(socket())) {
            app.say(
                    "{\"signal\":{\"sdkclient\":{\"name\":\"testapp\",\"error\":{\"type\":\"ValueError\",\"msg\":\"no\"}}}}\n");
            awaitLine("app/testapp testapp failed: ValueError: no");
        }
    }

    @Test
    void aHugeLineIsLeftOutAndTold() throws Exception {
        try (var app = RawApp.at(socket())) {
            app.say(HELLO).say("{\"data\":\"" + "x".repeat(3_000_000) + "\"}\n" + DATA);
            awaitTaken(1);
            awaitLine("app/testapp A line of testapp has more than");
        }
    }

    @Test
    void anAppThatDoesNotReadIsDisconnectedAndOthersAreNot() throws Exception {
        try (var deaf = RawApp.deaf(socket()).say(HELLO);
                var other = RawApp.at(socket()).say(HELLO.replace("testapp", "other"))) {
            awaitApps(2);
            ObjectNode large = Json.mapper().createObjectNode().put("text", "x".repeat(100_000));
            for (int i = 0; i < 20; i++) {
                apps.command("testapp", new FromAgent.Command("large", large));
            }
            awaitApps(1);
            awaitLine("local.does-not-read");
            assertThat(apps.command("other", new FromAgent.Command("go", large)))
                    .isEqualTo(1);
            Await.until("the other hears it", LONG, () -> other.heard().size() == 3);
        }
    }

    @Test
    void bothOfTwoAppsOfOneNameAreTold() throws Exception {
        try (var one = RawApp.at(socket()).say(HELLO);
                var two = RawApp.at(socket()).say(HELLO)) {
            awaitApps(2);
            var method = new AppMethod(apps::command);
            assertThat(method.answer("{\"app\":\"testapp\",\"command\":{\"go\":{\"n\":1}}}".getBytes(UTF_8))
                            .payload())
                    .asString(UTF_8)
                    .isEqualTo("{\"apps\":2}");
            one.await("{\"data\":{\"go\":{\"n\":1}}}");
            two.await("{\"data\":{\"go\":{\"n\":1}}}");
        }
    }

    @Test
    void aCommandForNobodyOrOfNoShapeIsRefused() {
        var method = new AppMethod(apps::command);
        assertThat(method.answer("{\"app\":\"nobody\",\"command\":{\"go\":{}}}".getBytes(UTF_8))
                        .status())
                .isEqualTo(404);
        for (String wrong : List.of(
                "junk",
                "{}",
                "{\"app\":\"a\",\"command\":{}}",
                "{\"app\":\"a\",\"command\":{\"a\":{},\"b\":{}}}",
                "[]")) {
            assertThat(method.answer(wrong.getBytes(UTF_8)).status()).isEqualTo(400);
        }
    }

    @Test
    void aFullOutboxSlowsAppsDownAndLosesNothing() throws Exception {
        refusal = "outbox.full";
        try (var app = LocalApp.named("eager")
                .socket(socket())
                .buffer(20, WhenFull.WAIT)
                .build()) {
            app.start();
            var sender = Thread.ofVirtual()
                    .start(() ->
                            IntStream.range(0, 3000).forEach(n -> app.send(Map.of("n", n, "much", "x".repeat(1000)))));
            awaitLine("outbox.full");
            Await.until("the app waits for room", LONG, () -> sender.getState() == Thread.State.WAITING);
            assertThat(taken).isEmpty();
            refusal = "";
            awaitTaken(3000);
            assertThat(taken.stream().map(line -> line.replaceAll(".*\"n\":(\\d+).*", "$1")))
                    .containsExactlyElementsOf(
                            IntStream.range(0, 3000).mapToObj(Integer::toString).toList());
        }
    }

    @Test
    void aMessageThatCanNeverBeTakenHoldsUpNothing() throws Exception {
        refusal = "message.too-large";
        try (var app = RawApp.at(socket())) {
            app.say(DATA);
            awaitLine("message.too-large");
            refusal = "";
            app.say(DATA);
            awaitTaken(1);
        }
    }

    @Test
    void aDurableMessageGetsAReceiptAndItsIdGoesWithIt() throws Exception {
        try (var app = RawApp.at(socket())) {
            app.say("{\"data\":{\"sdkclient\":{\"name\":\"a\"},\"payload\":{},\"id\":\"x-1\"}}\n");
            app.await("{\"signal\":{\"received\":\"x-1\"}}");
            assertThat(taken).containsExactly("{} {message-id=x-1, signalbox-app=a}");
        }
    }

    @Test
    void onlyTheNodesUserMayConnectUnlessAPlaceIsGiven() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket())))
                .isEqualTo("rw-------");
        Path given = folder.resolve("given");
        try (var shared = LocalApps.listen(new SocketFile(given, true), around)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(given)))
                    .isEqualTo("rw-rw----");
            assertThat(shared.reports()).isEmpty();
        }
    }

    @Test
    void aSocketAtWhichSomebodyListensIsNotTakenAndNoOtherFileIs() throws Exception {
        assertThatThrownBy(() -> LocalApps.listen(new SocketFile(socket(), false), around))
                .hasMessageContaining("local.socket-in-use");
        Path file = Files.writeString(folder.resolve("file"), "keep me");
        assertThatThrownBy(() -> LocalApps.listen(new SocketFile(file, false), around))
                .hasMessageContaining("local.no-socket");
        assertThat(file).hasContent("keep me");
    }
}
