// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.local.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.local.message.AgentStatus;
import dev.signalbox.local.message.ConnectionStatus;
import dev.signalbox.local.message.DisconnectedSdkException;
import dev.signalbox.local.message.InvalidAgentVersionException;
import dev.signalbox.local.message.WhenFull;
import dev.signalbox.testing.process.Await;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalAppTest {
    private static final Duration LONG = Duration.ofSeconds(90);
    private static final String INIT = "{\"signal\": {\"sdkinit\": {\"version\": \"1.8.0\"}}}\n";

    @TempDir
    Path folder;

    private final List<AgentStatus> statuses = new CopyOnWriteArrayList<>();
    private final List<ConnectionStatus> connections = new CopyOnWriteArrayList<>();

    private Path socket() {
        return folder.resolve("s");
    }

    private LocalAppBuilder testapp() {
        return LocalApp.named("testapp")
                .socket(socket())
                .onAgentStatus(statuses::add)
                .onConnectionStatus(connections::add);
    }

    private void awaitStatus(AgentStatus... wanted) {
        Await.until("statuses are " + List.of(wanted), LONG, () -> statuses.equals(List.of(wanted)));
    }

    @Test
    void greetsAndSendsInTheReferencesWords() throws Exception {
        try (var agent = PretendAgent.at(socket(), INIT);
                var app = testapp().build()) {
            app.start();
            app.send(Map.of("test_metric", "test data"), "test");
            agent.awaitLine("payload");
            assertThat(agent.heard())
                    .containsExactly(
                            "{\"signal\":{\"sdkclient\":{\"name\":\"testapp\",\"status\":\"connected\",\"version\":\"1.8.0\"}}}",
                            "{\"data\":{\"sdkclient\":{\"name\":\"testapp\"},\"payload\":{\"test_metric\":\"test data\"},\"channel\":\"test\"}}");
            awaitStatus(AgentStatus.STARTED);
        }
    }

    @Test
    void leavingIsSaid() throws Exception {
        try (var agent = PretendAgent.at(socket(), INIT)) {
            try (var app = testapp().build()) {
                app.start();
                awaitStatus(AgentStatus.STARTED);
                app.send(Map.of("last", 1));
            }
            agent.awaitLine("\"status\":\"disconnected\"");
            assertThat(agent.heard().get(1)).contains("\"last\":1");
            awaitStatus(AgentStatus.STARTED, AgentStatus.STOPPED);
        }
    }

    @Test
    void anAgentThatSaysNothingIsLinkedAfterASecondAndTakesNoCalls() throws Exception {
        try (var agent = PretendAgent.at(socket());
                var app = testapp().build()) {
            app.start();
            awaitStatus(AgentStatus.STARTED);
            assertThatThrownBy(() -> app.callAgent("open")).isInstanceOf(InvalidAgentVersionException.class);
            app.send(Map.of("a", 1));
            agent.awaitLine("payload");
        }
    }

    @Test
    void anOlderAgentTakesNoCalls() throws Exception {
        try (var agent = PretendAgent.at(socket(), INIT.replace("1.8.0", "1.7.9"));
                var app = testapp().build()) {
            app.start();
            awaitStatus(AgentStatus.STARTED);
            assertThatThrownBy(() -> app.callAgent("open")).isInstanceOf(InvalidAgentVersionException.class);
            assertThat(agent.heard()).hasSize(1);
        }
    }

    @Test
    void whoIsNotLinkedIsDisconnectedAlsoAfterItWas() throws Exception {
        try (var app = testapp().build()) {
            assertThatThrownBy(() -> app.callAgent("open")).isInstanceOf(DisconnectedSdkException.class);
            try (var agent = PretendAgent.at(socket(), INIT)) {
                app.start();
                awaitStatus(AgentStatus.STARTED);
            }
            awaitStatus(AgentStatus.STARTED, AgentStatus.STOPPED);
            assertThatThrownBy(() -> app.callAgent("open")).isInstanceOf(DisconnectedSdkException.class);
        }
    }

    @Test
    void aCallGoesOutWithItsArguments() throws Exception {
        try (var agent = PretendAgent.at(socket(), INIT);
                var app = testapp().build()) {
            app.start();
            awaitStatus(AgentStatus.STARTED);
            app.callAgent("open", Map.of("valve", 3));
            app.callAgent("shut");
            agent.awaitLine("{\"signal\":{\"sdkclient\":{\"name\":\"testapp\",\"call\":{\"open\":{\"valve\":3}}}}}");
            agent.awaitLine("{\"signal\":{\"sdkclient\":{\"name\":\"testapp\",\"call\":{\"shut\":{}}}}}");
        }
    }

    @Test
    void aCallbackMayCall() throws Exception {
        var apps = new CopyOnWriteArrayList<LocalApp>();
        try (var agent = PretendAgent.at(socket(), INIT);
                var app = LocalApp.named("testapp")
                        .socket(socket())
                        .onAgentStatus(status -> {
                            if (status == AgentStatus.STARTED) {
                                apps.getFirst().callAgent("hello");
                            }
                        })
                        .build()) {
            apps.add(app);
            app.start();
            agent.awaitLine("\"call\":{\"hello\":{}}");
        }
    }

    @Test
    void commandsArriveInPiecesAndManyAtOnceAndJunkIsSkipped() throws Exception {
        var heard = new CopyOnWriteArrayList<Object>();
        try (var agent = PretendAgent.at(socket(), INIT);
                var app = testapp().build()) {
            app.subscribe("add", parameters -> heard.add("overwritten"));
            app.subscribe("add", parameters -> heard.add(parameters.get("n")));
            app.start();
            awaitStatus(AgentStatus.STARTED);
            agent.say(
                    "junk\n{\"other\":1}\n{\"signal\":{\"later\":2}}\n{\"data\":{\"add\":{\"n\":1}}}\n{\"data\":{\"ad");
            Await.until("the first is there", LONG, () -> heard.size() == 1);
            agent.say("d\":{\"n\":2}}}\n{\"data\":{\"add\":{\"n\":9},\"two\":{}}}\n{\"data\":{\"nobody\":{}}}\n");
            agent.say("\"" + "x".repeat(1_100_000) + "\"\n{\"data\":{\"add\":{\"n\":3}}}\n");
            Await.until("all are there", LONG, () -> heard.equals(List.of(1, 2, 3)));
        }
    }

    @Test
    void statusesOfAgentAndConnectionArePassedOn() throws Exception {
        try (var agent = PretendAgent.at(socket(), INIT);
                var app = testapp().build()) {
            app.start();
            awaitStatus(AgentStatus.STARTED);
            agent.say("{\"signal\": {\"connectionstatus\": \"connected\"}}\n");
            agent.say("{\"signal\": {\"connectionstatus\": \"disconnected\"}}\n");
            agent.say("{\"signal\": {\"agentstatus\": \"stopping\"}}\n{\"signal\": {\"agentstatus\": \"closing\"}}\n");
            awaitStatus(AgentStatus.STARTED, AgentStatus.STOPPING, AgentStatus.STOPPING);
            assertThat(connections).containsExactly(ConnectionStatus.CONNECTED, ConnectionStatus.DISCONNECTED);
        }
    }

    @Test
    void whatACallbackThrowsIsToldToTheAgent() throws Exception {
        try (var agent = PretendAgent.at(socket(), INIT);
                var app = testapp().build()) {
            app.subscribe("fail", parameters -> {
                throw new IllegalStateException("the \"valve\" is stuck");
            });
            app.start();
            agent.say("{\"data\":{\"fail\":{}}}\n");
            agent.awaitLine(
                    "{\"signal\":{\"sdkclient\":{\"name\":\"testapp\",\"error\":{\"type\":\"IllegalStateException\",\"msg\":\"the \\\"valve\\\" is stuck\"}}}}");
        }
    }

    @Test
    void whatWaitsLeavesWithoutAnotherSendAndOnlyTheOldestAreDropped() throws Exception {
        try (var app = testapp().buffer(3).build()) {
            app.start();
            for (int i = 0; i < 8; i++) {
                app.send(Map.of("n", i));
            }
            try (var agent = PretendAgent.at(socket(), INIT)) {
                agent.awaitLine("\"n\":7");
                assertThat(agent.heard().get(0)).contains("connected");
                assertThat(agent.heard().stream().filter(line -> line.contains("payload")))
                        .extracting(line -> line.replaceAll("\\D", ""))
                        .containsExactly("5", "6", "7");
            }
        }
    }

    @Test
    void aFullBufferRefusesIfThatIsWanted() {
        try (var app = testapp().buffer(1, WhenFull.REFUSE).build()) {
            app.send(Map.of("n", 1));
            assertThatThrownBy(() -> app.send(Map.of("n", 2))).hasMessageContaining("local.full");
        }
    }

    @Test
    void quotesInNamesAndChannelsDoNoHarm() throws Exception {
        try (var agent = PretendAgent.at(socket(), INIT);
                var app = LocalApp.named("the \"app\"\n").socket(socket()).build()) {
            app.start();
            app.send(Map.of("a", 1), "a\"b\\");
            assertThat(agent.awaitLine("payload"))
                    .contains("\"the \\\"app\\\"\\n\"")
                    .contains("\"a\\\"b\\\\\"");
        }
    }

    @Test
    void whatIsNoJsonIsRefused() {
        try (var app = testapp().build()) {
            assertThatThrownBy(() -> app.send(Map.of("self", new Object() {
                        @SuppressWarnings("unused")
                        public Object getValue() {
                            throw new IllegalStateException("no");
                        }
                    })))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> app.send(Map.of("long", "x".repeat(260_000))))
                    .hasMessageContaining("local.too-large");
        }
    }

    @Test
    void aDurableBufferIsEmptiedByReceiptsOverRestartsOfBoth() throws Exception {
        Path disk = folder.resolve("buffer");
        try (var app = testapp().durable(disk, 1 << 20, WhenFull.REFUSE).build()) {
            app.send(Map.of("n", 1));
        }
        try (var app = testapp().durable(disk, 1 << 20, WhenFull.REFUSE).build()) {
            app.send(Map.of("n", 2));
            app.start();
            try (var takesOnly =
                    PretendAgent.at(socket(), INIT.replace("\"1.8.0\"", "\"1.8.0\", \"receipts\": true"))) {
                takesOnly.awaitLine("\"n\":2");
            }
            try (var agent = PretendAgent.ours(socket())) {
                agent.awaitLine("\"n\":1");
                agent.awaitLine("\"n\":2");
            }
        }
        try (var agent = PretendAgent.ours(socket());
                var app = testapp().durable(disk, 1 << 20, WhenFull.REFUSE).build()) {
            app.send(Map.of("n", 3));
            app.start();
            agent.awaitLine("\"n\":3");
            assertThat(agent.heard()).hasSize(2);
        }
    }

    @Test
    void aDurableBufferWaitsForANodeThatIsSlowToSpeak() throws Exception {
        try (var agent = PretendAgent.at(socket());
                var app = testapp()
                        .durable(folder.resolve("buffer"), 1 << 20, WhenFull.REFUSE)
                        .build()) {
            app.send(Map.of("n", 1));
            app.start();
            awaitStatus(AgentStatus.STARTED);
            agent.say("{\"signal\":{\"sdkinit\":{\"version\":\"1.8.0\",\"receipts\":true}}}\n");
            assertThat(agent.awaitLine("payload")).contains("\"id\":");
        }
    }

    @Test
    void twoAppsDoNotShareAFolder() {
        Path disk = folder.resolve("buffer");
        try (var app = testapp().durable(disk, 1 << 20, WhenFull.REFUSE).build()) {
            assertThatThrownBy(() ->
                            testapp().durable(disk, 1 << 20, WhenFull.REFUSE).build())
                    .hasMessageContaining("local.in-use");
            assertThat(app.name()).isEqualTo("testapp");
        }
    }
}
