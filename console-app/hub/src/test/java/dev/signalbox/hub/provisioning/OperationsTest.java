// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.hub.WoundClock;
import dev.signalbox.hub.live.LogFeed;
import dev.signalbox.hub.live.Notices;
import dev.signalbox.hub.store.StoredModule;
import dev.signalbox.hub.store.StoredRegistration;
import dev.signalbox.hub.store.sqlite.SqliteRegistry;
import dev.signalbox.operator.provisioning.Approval;
import dev.signalbox.operator.provisioning.NewToken;
import dev.signalbox.operator.provisioning.OperationState;
import dev.signalbox.operator.provisioning.OperationView;
import dev.signalbox.operator.provisioning.TokenMade;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.provisioning.InitRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of operations and tokens as time goes by, over a real store.
class OperationsTest {
    private static final Decider OWNER = new Decider("owner", "10.0.0.9");
    private static final Approval YES = new Approval(Optional.empty(), Map.of(), false);

    @TempDir
    Path folder;

    private final WoundClock clock = new WoundClock();
    private final List<String> told = new ArrayList<>();
    private final List<DeviceId> shutOut = new ArrayList<>();
    private SqliteRegistry store;
    private LogFeed logs;
    private Admissions admissions;
    private TokenMade token;

    @BeforeEach
    void open() {
        store = SqliteRegistry.open(folder.resolve("registry.db"));
        logs = new LogFeed(clock);
        var hearers = new Admissions.Hearers(told::addAll, _ -> {}, shutOut::add, new Notices(logs, clock));
        admissions = Admissions.of(store, clock, new Admissions.Place("main", Set.of("127.0.0.1")), hearers);
        token = admissions
                .tokens()
                .make(
                        new NewToken("any", Optional.empty(), false, List.of(), false, Map.of(), Optional.empty()),
                        OWNER);
    }

    @AfterEach
    void close() {
        store.close();
        logs.close();
    }

    @Test
    void whoAsksForEverAndNeverComesLeavesABoundedNumber() {
        var preApproved = new NewToken(
                "listed", Optional.empty(), false, List.of(new DeviceId("pump-1")), false, Map.of(), Optional.empty());
        token = admissions.tokens().make(preApproved, OWNER);
        String rejected = ask("pump-2");
        admissions.operations().reject(rejected, OWNER);
        for (int i = 0; i < 150; i++) {
            clock.add(Duration.ofSeconds(2));
            ask("pump-1");
        }
        List<OperationView> all = admissions.operations().list();
        assertThat(all).hasSize(102);
        assertThat(all.getFirst().id()).isEqualTo(rejected);
        assertThat(all.getLast().state()).isEqualTo(OperationState.APPROVED);
    }

    @Test
    void onlyTheMovesThatAreListedAreMade() {
        var moves = Arrays.stream(OperationState.values())
                .flatMap(from -> Arrays.stream(OperationState.values())
                        .filter(from::canBecome)
                        .map(to -> from + " " + to))
                .toList();
        assertThat(moves)
                .containsExactly(
                        "WAITING APPROVED",
                        "WAITING REJECTED",
                        "WAITING CANCELLED",
                        "WAITING EXPIRED",
                        "APPROVED COLLECTED",
                        "APPROVED CANCELLED",
                        "APPROVED EXPIRED",
                        "COLLECTED CANCELLED");
        assertThatThrownBy(() -> OperationState.REJECTED.moveTo(OperationState.APPROVED))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatNobodyDecidedIsEndedAndADayLaterNotListedAnyMore() {
        String id = ask("pump-1");
        clock.add(Duration.ofHours(1));
        admissions.operations().expire();
        assertThat(told).containsExactly(id, id);
        assertThat(admissions.operations().list())
                .extracting(OperationView::state)
                .containsExactly(OperationState.EXPIRED);
        clock.add(Duration.ofHours(23));
        admissions.operations().expire();
        assertThat(told).hasSize(2);
        clock.add(Duration.ofHours(2));
        admissions.operations().expire();
        assertThat(told).containsExactly(id, id, id);
        assertThat(admissions.operations().find(id)).isEmpty();
        assertThat(admissions.operations().list()).isEmpty();
    }

    @Test
    void aTokenIsKeptAsLongAsADeviceNeedsIt() {
        String id = ask("pump-1");
        admissions.operations().approve(id, YES, OWNER);
        var granted = (Completion.Granted) admissions.devices().complete(token.secret(), id);
        admissions.tokens().revoke(token.token().id(), OWNER);
        String registration = granted.registration().registrationToken();
        for (int refreshed = 0; refreshed < 8; refreshed++) {
            clock.add(Duration.ofDays(15));
            registration = admissions
                    .devices()
                    .refresh(token.secret(), registration)
                    .granted()
                    .registrationToken();
            admissions.operations().forget();
        }
        assertThat(admissions.tokens().list()).hasSize(1);
        clock.add(Duration.ofDays(31));
        admissions.operations().forget();
        assertThat(admissions.tokens().list()).isEmpty();
    }

    @Test
    void manyDevicesOfOneTokenAreToldApart() {
        List<String> ids = List.of(ask("a"), ask("b"), ask("c"));
        ids.forEach(id -> admissions.operations().approve(id, YES, OWNER));
        admissions.operations().reject(ids.get(1), OWNER);
        assertThat(shutOut).containsExactly(new DeviceId("b"));
        assertThat(admissions.devices().complete(token.secret(), ids.get(0))).isInstanceOf(Completion.Granted.class);
        assertThat(admissions.devices().complete(token.secret(), ids.get(1))).isEqualTo(Completion.Closed.CANCELLED);
        assertThat(admissions.devices().complete(token.secret(), ids.get(2))).isInstanceOf(Completion.Granted.class);
    }

    @Test
    void whoIsShutOutLosesTheKeysOfHisModulesToo() {
        var pump = new DeviceId("pump-1");
        String first = ask("pump-1");
        admissions.operations().approve(first, YES, OWNER);
        admissions.devices().complete(token.secret(), first);
        var module = new StoredModule("camera", "old", "old", "", StoredRegistration.fresh());
        store.commit(records -> {
            records.registrations().putModule(pump, module);
            return module;
        });
        String second = ask("pump-1");
        admissions.operations().approve(second, new Approval(Optional.empty(), Map.of(), true), OWNER);
        String replaced = keyOfModule(pump);
        assertThat(replaced).isNotEqualTo("old");
        admissions.operations().reject(second, OWNER);
        assertThat(keyOfModule(pump)).isNotEqualTo("old").isNotEqualTo(replaced);
    }

    private String keyOfModule(DeviceId device) {
        StoredModule module = store.read(records -> records.registrations().module(device, "camera"))
                .orElseThrow();
        assertThat(module.secondaryKey()).isNotEqualTo("old");
        return module.primaryKey();
    }

    @Test
    void afterSixtyInAMinuteTheTokenRests() {
        var pace = new InitPace();
        for (int i = 0; i < 60; i++) {
            assertThat(pace.takes("a", clock.instant())).isTrue();
        }
        assertThat(pace.takes("a", clock.instant())).isFalse();
        assertThat(pace.takes("b", clock.instant())).isTrue();
        clock.add(Duration.ofMinutes(1));
        assertThat(pace.takes("a", clock.instant())).isTrue();
        clock.add(Duration.ofDays(-1));
        assertThat(pace.takes("a", clock.instant())).isTrue();
    }

    @Test
    void anIdTooLongWithItsWorkspaceIsRefused() {
        var asked = new InitRequest(Optional.of("a".repeat(125)), Optional.empty());
        assertThatThrownBy(() -> admissions.devices().init(token.secret(), asked, "10.0.0.7"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> admissions.devices().init("sbp_none", asked, "10.0.0.7"))
                .isInstanceOf(ProblemException.class);
        assertThat(admissions.operations().list()).isEmpty();
    }

    private String ask(String id) {
        var asked = new InitRequest(Optional.of(id), Optional.of(InitRequest.PLAIN));
        return admissions.devices().init(token.secret(), asked, "10.0.0.7").provisioningOperationId();
    }
}
