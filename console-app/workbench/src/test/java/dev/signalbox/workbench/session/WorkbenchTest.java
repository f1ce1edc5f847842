// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.hub.Hub;
import dev.signalbox.hub.HubConfig;
import dev.signalbox.operator.consumer.NewConsumerToken;
import dev.signalbox.operator.flow.Flow;
import dev.signalbox.operator.node.NewDevice;
import dev.signalbox.operator.node.NodeView;
import dev.signalbox.operator.provisioning.TokenView;
import dev.signalbox.operator.service.ServiceDraft;
import dev.signalbox.operator.service.ServiceState;
import dev.signalbox.operator.stream.BatchView;
import dev.signalbox.operator.stream.Concatenation;
import dev.signalbox.operator.stream.MessagePage;
import dev.signalbox.operator.stream.NewStream;
import dev.signalbox.operator.stream.StreamRate;
import dev.signalbox.operator.stream.StreamRules;
import dev.signalbox.operator.stream.StreamView;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.codec.ProvisioningTokens;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.release.Assignment;
import dev.signalbox.protocol.release.Language;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.protocol.stream.StreamName;
import dev.signalbox.workbench.live.NodeWatcher;
import dev.signalbox.workbench.stream.MessageSearch;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbenchTest {
    private static final DeviceId PRESS = new DeviceId("press-01");

    @TempDir
    Path folder;

    private Hub hub;
    private Workbench workbench;

    @BeforeEach
    void start() {
        hub = startHub(0, 0);
        workbench = Workbench.openLocal(folder.resolve("hub"), folder.resolve("console"));
    }

    @AfterEach
    void stop() {
        workbench.close();
        hub.close();
    }

    @Test
    void streamsAreRuledAndReadAndProgramsGetTokens() throws Exception {
        var streams = workbench.streams();
        StreamView press = streams.make(new NewStream(new StreamName("plant", "press"), StreamRules.USUAL));
        assertThat(streams.setRules(press.number(), press.rules()).rules().withEtag(""))
                .isEqualTo(StreamRules.USUAL);
        assertThatThrownBy(() -> streams.setRules(press.number(), press.rules()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("changed the rules");
        assertThat(streams.list()).extracting(StreamView::number).containsExactly(0L, 1L, press.number());
        var search = new MessageSearch(0, 10, Optional.of(PRESS), "hot & cold");
        assertThat(streams.messages(press.number(), search)).isEqualTo(new MessagePage(List.of(), 0, 0));
        assertThat(streams.batches(press.number(), Optional.empty(), "a/b")).isEmpty();
        var batch = new BatchView(PRESS, "b 1", Instant.EPOCH, Optional.empty(), 0, 0);
        assertThatThrownBy(() -> streams.batch(
                        press.number(), batch, Optional.of(Concatenation.NONE), OutputStream.nullOutputStream()))
                .hasMessageContaining("no batch \"b 1\"");
        assertThatThrownBy(() -> streams.payload(press.number(), 0, OutputStream.nullOutputStream()))
                .hasMessageContaining("Message 0");
        var tokens = workbench.consumerTokens();
        var made = tokens.make(new NewConsumerToken("web shop", List.of(press.number()), Optional.empty()));
        assertThat(tokens.list()).containsExactly(made.token());
        assertThat(tokens.curl(press.number(), made.secret()))
                .contains("/gw/channels/" + press.number() + "/messages")
                .contains("FlespiToken " + made.secret());
        tokens.delete("web shop");
        assertThat(tokens.list()).isEmpty();
        var told = new LinkedBlockingQueue<List<StreamRate>>();
        try (var _ = workbench.feeds().rates(told::add)) {
            assertThat(told.poll(60, TimeUnit.SECONDS)).isEmpty();
        }
        streams.delete(press.number());
        assertThatThrownBy(() -> streams.get(press.number())).hasMessageContaining("no stream");
    }

    @Test
    void whatIsSecretIsTheOperatorsAlone() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("console/owner.key"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("console"))))
                .isEqualTo("rwx------");
    }

    @Test
    void theSessionOutlivesConsoleAndToken() {
        workbench.nodes().list();
        workbench.close();

        workbench = Workbench.openLocal(folder.resolve("hub"), folder.resolve("console"));

        assertThat(workbench.workspace()).isEqualTo("demo");
        assertThat(folder.resolve("hub/owner.token")).doesNotExist();
        assertThatThrownBy(() -> Workbench.openLocal(folder.resolve("hub"), folder.resolve("stranger")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("session.none")
                .hasMessageContaining("--new-owner-token");
    }

    @Test
    void servicesGoFromDraftToFrozenByARelease() {
        ServiceDraft made = workbench.services().create("Pump", Language.JAVA, "Pumps.");
        workbench.nodes().create(new NewDevice(PRESS, Map.of("site", "north")));
        saveFlow("Pump");

        var plan = workbench.releases().plan();
        assertThat(plan.blockers()).isEmpty();
        assertThat(workbench.releases().release(plan, "first").number()).isEqualTo(1);

        assertThat(workbench.services().open("Pump", made.version()).state()).isEqualTo(ServiceState.RELEASED);
        assertThat(workbench.services().updateMinor("Pump").version()).hasToString("0.2");
        assertThat(workbench.releases().history()).hasSize(1);
        assertThatThrownBy(() -> workbench.releases().release(plan, "again"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("plan again");
    }

    @Test
    void aServiceThatDoesNotCompileCannotBeReleased() {
        ServiceDraft made = workbench.services().create("Pump", Language.JAVA, "");
        String broken = made.source().replace("debug(\"Pump", "debugg(\"Pump");
        workbench.services().save(withSource(made, broken));
        saveFlow("Pump");

        var plan = workbench.releases().plan();

        assertThat(plan.blockers())
                .extracting(Problem::what)
                .singleElement()
                .asString()
                .startsWith("Pump.java:8:9: error:");
        assertThatThrownBy(() -> workbench.releases().release(plan, "")).isInstanceOf(ProblemException.class);
    }

    @Test
    void aTokenPinsHubAndOwner() {
        var token = ProvisioningTokens.read(workbench.nodes().create(new NewDevice(PRESS, Map.of())));

        assertThat(token.pins()).isEqualTo(workbench.nodes().pins());
        assertThat(token.pins().hub()).isEqualTo(hub.address());
        assertThat(token.deviceId()).hasValue(PRESS);
    }

    @Test
    void aNodesNewTokenEndsTheOneBefore() {
        workbench.nodes().create(new NewDevice(PRESS, Map.of()));
        workbench.nodes().token(PRESS);

        assertThat(workbench.provisioning().tokens())
                .allMatch(token -> token.singleUse() && token.preApproved().equals(List.of(PRESS)))
                .extracting(TokenView::open)
                .containsExactlyInAnyOrder(true, false);
    }

    @Test
    void aNodeThatIsDeletedCannotComeBackByItsToken() {
        workbench.nodes().create(new NewDevice(PRESS, Map.of()));
        workbench.nodes().delete(PRESS);

        assertThat(workbench.provisioning().tokens())
                .singleElement()
                .extracting(TokenView::open)
                .isEqualTo(false);
    }

    @Test
    void anEditFromAnOldStateIsRefused() {
        ServiceDraft made = workbench.services().create("Pump", Language.JAVA, "");
        workbench.services().save(withSource(made, "one"));

        assertThatThrownBy(() -> workbench.services().save(withSource(made, "two")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).endsWith("edited-meanwhile"));
    }

    @Test
    void feedsTellOfNodesAndGoOnWhenTheHubIsBack() throws Exception {
        var seen = new LinkedBlockingQueue<String>();
        var up = new LinkedBlockingQueue<Boolean>();
        try (var _ = workbench.feeds().nodes(new Seen(seen));
                var _ = workbench.feeds().connection(up::add)) {
            workbench.nodes().create(new NewDevice(PRESS, Map.of()));
            assertThat(seen.poll(60, TimeUnit.SECONDS)).isEqualTo("press-01");
            assertThat(up.poll(60, TimeUnit.SECONDS)).isTrue();

            hub.close();
            assertThat(up.poll(60, TimeUnit.SECONDS)).isFalse();
            hub = startHub(hub.address().mqttPort(), hub.address().httpsPort());

            assertThat(up.poll(60, TimeUnit.SECONDS)).isTrue();
            workbench.nodes().delete(PRESS);
            String last = seen.poll(60, TimeUnit.SECONDS);
            while (last != null && !last.equals("gone press-01")) {
                last = seen.poll(60, TimeUnit.SECONDS);
            }
            assertThat(last).isEqualTo("gone press-01");
        }
    }

    @Test
    void aHubThatIsAwayIsASentence() {
        hub.close();

        assertThatThrownBy(() -> workbench.services().list())
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("127.0.0.1, port " + hub.address().httpsPort());
    }

    private Hub startHub(int mqttPort, int httpsPort) {
        return Hub.start(new HubConfig(
                folder.resolve("hub"), "127.0.0.1", mqttPort, httpsPort, Optional.of("demo"), Clock.systemUTC()));
    }

    private void saveFlow(String service) {
        Flow flow = workbench.flows().create("boiler", "");
        var step = new Flow.Step("a", service, Flow.Step.LATEST, Map.of(), Assignment.toTag("site", "north"), 0, 0);
        workbench.flows().save(new Flow("boiler", "", List.of(step), List.of(), flow.etag()));
    }

    private static ServiceDraft withSource(ServiceDraft of, String source) {
        return new ServiceDraft(
                of.name(),
                of.version(),
                of.language(),
                of.state(),
                of.description(),
                of.properties(),
                source,
                of.etag());
    }

    private record Seen(LinkedBlockingQueue<String> names) implements NodeWatcher {
        @Override
        public void node(NodeView view) {
            names.add(view.id().value());
        }

        @Override
        public void gone(String id) {
            names.add("gone " + id);
        }
    }
}
