// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.device.inbox.Inbox;
import dev.signalbox.device.inbox.InboxLane;
import dev.signalbox.device.inbox.Pauses;
import dev.signalbox.device.message.MethodAnswer;
import dev.signalbox.device.method.MethodLane;
import dev.signalbox.device.pretend.Authority;
import dev.signalbox.device.pretend.Heard;
import dev.signalbox.device.pretend.MemoryInbox;
import dev.signalbox.device.pretend.PretendHub;
import dev.signalbox.device.tls.PinnedTls;
import dev.signalbox.device.twin.DesiredState;
import dev.signalbox.device.twin.ReportedLane;
import dev.signalbox.device.twin.ReportedState;
import dev.signalbox.device.twin.TwinLane;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.Topics;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.testing.process.Await;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/// All that comes in, over the wire: twin, messages and methods on one connection.
class IncomingTest {
    private static final DeviceId PUMP = new DeviceId("pump-1");
    private static final LinkTiming QUICK =
            new LinkTiming(Duration.ofMillis(20), Duration.ofMillis(100), Duration.ofMinutes(1));
    private static final LinkWatcher NOBODY = new LinkWatcher() {
        @Override
        public void signedIn() {}

        @Override
        public void disconnected(Problem why) {}
    };

    @TempDir
    Path folder;

    private final Authority authority = new Authority();
    private final PretendHub hub = new PretendHub(PUMP, authority.issue("127.0.0.1"));
    private final MemoryInbox store = new MemoryInbox();
    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> desires = new LinkedBlockingQueue<>();
    private final Inbox inbox = new Inbox(
            store,
            message -> messages.add(new String(message.payload(), StandardCharsets.UTF_8) + " from "
                    + message.properties().get("from") + " attempt " + message.attempt()),
            Pauses.USUAL);
    private final MethodLane methods = new MethodLane(call -> new MethodAnswer(200, call.payload()), this::wake);
    private DesiredState desired;
    private ReportedState reported;
    private Link link;

    @BeforeEach
    void start() {
        hub.listen();
        desired = new DesiredState(folder);
        reported = new ReportedState(folder, this::wake);
        link = link(List.of(
                new TwinLane(desired), new ReportedLane(reported), new InboxLane(PUMP, store, inbox::wake), methods));
        inbox.start();
        desired.start(fresh -> desires.add(fresh.version() + " " + fresh.values()), Pauses.USUAL);
    }

    private Link link(List<Lane> lanes) {
        var tls = PinnedTls.toCa(authority.digest()).context();
        return new Link(new HubAccess(hub.credentials(PretendHub.KEY, tls), tls), QUICK, lanes, NOBODY);
    }

    private void wake() {
        link.wake();
    }

    @AfterEach
    void stop() {
        link.close();
        inbox.close();
        methods.close();
        desired.close();
        reported.close();
        hub.close();
    }

    private void send(String text) {
        hub.mail.send(PUMP.value(), "%24.mid=" + text + "&from=a%20desk", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void messagesSentOfflineComeOnceAndAreAcknowledged() {
        send("a");
        send("b");
        link.start();
        List.of("a", "b").forEach(text -> {
            assertThat(Heard.next(messages)).isEqualTo(text + " from a desk attempt 1");
            assertThat(Heard.next(hub.mail.acknowledged)).isEqualTo(text);
        });
        Await.until(
                "all are forgotten",
                Duration.ofSeconds(20),
                () -> store.waiting(9).isEmpty());
    }

    @Test
    void oneThatTheHubSendsAgainIsHandedOverOnce() {
        link.start();
        send("a");
        assertThat(Heard.next(hub.mail.acknowledged)).isEqualTo("a");
        send("a");
        assertThat(Heard.next(hub.mail.acknowledged)).isEqualTo("a");
        send("b");
        assertThat(Heard.next(messages)).startsWith("a from");
        assertThat(Heard.next(messages)).startsWith("b from");
    }

    @Test
    void oneThatTheDiskDidNotTakeComesWithTheNextConnection() {
        store.full = true;
        link.start();
        send("a");
        Await.until("it was sent", Duration.ofSeconds(90), () -> hub.mail.deliveries.size() == 1);
        hub.dropConnection();
        Await.until("it was sent again", Duration.ofSeconds(90), () -> hub.mail.deliveries.size() >= 2);
        assertThat(messages).isEmpty();
        assertThat(hub.mail.acknowledged).isEmpty();
        store.full = false;
        hub.dropConnection();
        assertThat(Heard.next(messages)).startsWith("a from");
        assertThat(Heard.next(hub.mail.acknowledged)).isEqualTo("a");
    }

    @Test
    void aMessageThatNobodyHandlesStaysWithTheHub() {
        hub.remembersListening = true;
        send("a");
        Link hearing = link;
        link = link(List.of(new TwinLane(desired), methods));
        try (Link deaf = link) {
            deaf.start();
            assertThat(Heard.next(hub.unsubscriptions)).containsExactly(Topics.cloudMessages(PUMP));
            send("b");
            hub.call("echo", "7", "{}");
            Heard.next(hub.methodAnswers);
            assertThat(hub.mail.deliveries).containsExactly("a");
            assertThat(hub.mail.acknowledged).isEmpty();
        }
        link = hearing;
        link.start();
        assertThat(Heard.next(messages)).startsWith("a from");
        assertThat(Heard.next(messages)).startsWith("b from");
    }

    @Test
    void everythingIsSubscribedToInOnePacketEachTime() {
        link.start();
        var all =
                List.of(Topics.TWIN_RESPONSES, Topics.DESIRED_PATCHES, Topics.cloudMessages(PUMP), Topics.METHOD_CALLS);
        assertThat(Heard.next(hub.subscriptions)).isEqualTo(all);
        hub.dropConnection();
        assertThat(Heard.next(hub.subscriptions)).isEqualTo(all);
    }

    @Test
    void methodsAreAnswered() {
        link.start();
        Heard.next(hub.subscriptions);
        hub.call("echo", "7", "{\"a\":1}");
        assertThat(Heard.next(hub.methodAnswers)).isEqualTo("200 7 {\"a\":1}");
    }

    @Test
    void aWishMadeOfflineIsReportedAsTheDifferenceToWhatTheHubHas() {
        reported.update(object("{\"a\":1,\"b\":2}"));
        assertThat(reported.anyPending()).isTrue();
        link.start();
        assertThat(Heard.next(hub.reported)).hasToString("{\"a\":1,\"b\":2}");
        Await.until("it is answered", Duration.ofSeconds(90), () -> !reported.anyPending());
        hub.kill();
        reported.update(object("{\"b\":3}"));
        hub.listen();
        assertThat(Heard.next(hub.reported)).hasToString("{\"a\":null,\"b\":3}");
    }

    @Test
    void desiredPropertiesAreHandedOverAndKnownWithoutANetwork() throws InterruptedException {
        hub.desireSilently("{\"rate\":5}");
        link.start();
        assertThat(desired.first().version()).isEqualTo(2);
        assertThat(Heard.next(desires)).isEqualTo("2 {\"rate\":5}");
        hub.desire("{\"unit\":\"bar\"}");
        assertThat(Heard.next(desires)).isEqualTo("3 {\"rate\":5,\"unit\":\"bar\"}");
        link.close();
        desired.close();
        desired = new DesiredState(folder);
        assertThat(desired.first().version()).isEqualTo(3);
    }

    @Test
    void aSlowProgramHoldsUpNeitherTheLinkNorTheTwin() {
        var stuck = new CountDownLatch(1);
        var slow = new Inbox(store, message -> stuck.await(), Pauses.USUAL);
        slow.start();
        link.start();
        for (int number = 0; number < 50; number++) {
            send("m" + number);
        }
        Await.until("all are acknowledged", Duration.ofSeconds(90), () -> hub.mail.acknowledged.size() == 50);
        hub.desire("{\"rate\":7}");
        Await.until("the twin goes on", Duration.ofSeconds(90), () -> desires.contains("2 {\"rate\":7}"));
        stuck.countDown();
        slow.close();
    }

    private static ObjectNode object(String json) {
        return (ObjectNode) Json.readTree(json.getBytes(StandardCharsets.UTF_8));
    }
}
