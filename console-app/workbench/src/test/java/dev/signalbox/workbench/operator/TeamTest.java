// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.hub.Hub;
import dev.signalbox.hub.HubConfig;
import dev.signalbox.operator.audit.AuditOutcome;
import dev.signalbox.operator.flow.Flow;
import dev.signalbox.operator.node.NewDevice;
import dev.signalbox.operator.operator.NewOperator;
import dev.signalbox.operator.operator.NewPassword;
import dev.signalbox.operator.operator.OperatorChange;
import dev.signalbox.operator.operator.OperatorKind;
import dev.signalbox.operator.operator.OperatorMade;
import dev.signalbox.operator.operator.OperatorState;
import dev.signalbox.operator.operator.OperatorView;
import dev.signalbox.operator.operator.Role;
import dev.signalbox.operator.release.Proposal;
import dev.signalbox.operator.service.ServiceDraft;
import dev.signalbox.operator.session.SignIn;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.release.Assignment;
import dev.signalbox.protocol.release.Language;
import dev.signalbox.protocol.release.ServiceVersion;
import dev.signalbox.testing.process.Await;
import dev.signalbox.workbench.session.Workbench;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Several operators, each with a console of his own, at one real hub.
class TeamTest {
    private static final String PASSWORD = "correct horse battery staple";

    @TempDir
    Path folder;

    private Hub hub;
    private Workbench owner;

    @BeforeEach
    void start() {
        hub = Hub.start(
                new HubConfig(folder.resolve("hub"), "127.0.0.1", 0, 0, Optional.of("demo"), Clock.systemUTC()));
        owner = Workbench.openLocal(folder.resolve("hub"), folder.resolve("owner"));
    }

    @AfterEach
    void stop() {
        owner.close();
        hub.close();
    }

    private Workbench joined(String name, Role role) {
        OperatorMade made = owner.operators().make(new NewOperator(name, OperatorKind.PERSON, role, Optional.empty()));
        String text = owner.operators().invitation(made);
        return Workbench.join(Invitation.read(text), folder.resolve(name), PASSWORD);
    }

    @Test
    void whoIsInvitedComesInAndStaysKnownToHerConsole() throws Exception {
        try (var anna = joined("anna", Role.AUTHOR)) {
            assertThat(anna.operator()).isEqualTo("anna");
            assertThat(anna.workspace()).isEqualTo("demo");
            assertThat(anna.services().create("Pump", Language.JAVA, "").name()).isEqualTo("Pump");
            refused("operator.not-allowed", () -> anna.nodes().create(new NewDevice(new DeviceId("x"), Map.of())));
        }
        assertThat(folder.resolve("anna/operator.key")).exists();
        assertThat(folder.resolve("anna/owner.key")).doesNotExist();
        var contact = Workbench.contact(folder.resolve("anna/hub.json"));
        try (var anna = Workbench.open(contact, folder.resolve("anna"))) {
            assertThat(anna.operators().me().role()).isEqualTo(Role.AUTHOR);
            anna.operators().setPassword(new NewPassword(PASSWORD, "quite another password"));
            anna.operators().signOut();
        }
        refused(
                "session.none",
                () -> Workbench.open(contact, folder.resolve("anna")).close());
        refused(
                "operator.sign-in-refused",
                () -> Workbench.signIn(contact, folder.resolve("anna"), new SignIn("anna", PASSWORD))
                        .close());
        var again = new SignIn("anna", "quite another password");
        Workbench.signIn(contact, folder.resolve("anna"), again).close();
        try (var anna = Workbench.open(contact, folder.resolve("anna"))) {
            assertThat(anna.operator()).isEqualTo("anna");
        }
        assertThat(Files.readString(folder.resolve("anna/hub.json"))).doesNotContain(PASSWORD);
    }

    @Test
    void anInvitationSurvivesALetterAndWhatIsNoneIsRefused() {
        OperatorMade made =
                owner.operators().make(new NewOperator("anna", OperatorKind.PERSON, Role.VIEWER, Optional.empty()));
        String text = owner.operators().invitation(made);
        String inLines = text.replaceAll("(.{60})", "$1\n  ");
        assertThat(Invitation.read(inLines)).isEqualTo(Invitation.read(text));
        assertThat(Invitation.read(text).toString()).doesNotContain(made.secret());
        for (String bad :
                List.of("", "anna", text.substring(0, text.length() / 2), "signalbox-invitation.e30", text + "é")) {
            refused("invitation.malformed", () -> Invitation.read(bad));
        }
    }

    @Test
    void aNewOperatorReleasesOnceTheOwnerTrustsHerKey() {
        readyToRelease();
        try (var anna = joined("anna", Role.OPERATOR)) {
            refused("trust.signature-refused", () -> release(anna));
            refused(
                    "trust.not-the-owner",
                    () -> anna.trust()
                            .believe("anna", anna.operators().me().publicKey().orElseThrow()));
            OperatorView her = owner.operators().list().getFirst();
            assertThat(owner.trust().inForce().believes("anna", her.publicKey()))
                    .isFalse();
            assertThat(believe("anna").inForce().believes("anna", her.publicKey()))
                    .isTrue();
            release(anna);
            assertThat(owner.releases().history().getFirst().createdBy()).isEqualTo("anna");
        }
    }

    @Test
    void whoGoesLeavesWhatNodesRunSignedByTheOwner() {
        readyToRelease();
        try (var anna = joined("anna", Role.OPERATOR)) {
            believe("anna");
            release(anna);
            release(anna);
            assertThat(owner.trust().forget("anna").countersigned()).containsExactly(2L, 1L);
            refused("trust.signature-refused", () -> release(anna));
            owner.operators().change("anna", new OperatorChange(Role.VIEWER, false));
            refused("operator.not-allowed", () -> release(anna));
            release(owner);
        }
    }

    @Test
    void whereTwoHaveToSignOneProposesAndAnotherApproves() {
        readyToRelease();
        try (var anna = joined("anna", Role.OPERATOR)) {
            refused("trust.too-few", () -> owner.trust().setSignatures(2));
            believe("anna");
            release(owner);
            refused("trust.would-stop-releases", () -> owner.trust().setSignatures(2));
            anna.approvals().countersign(1);
            assertThat(owner.trust().setSignatures(2).inForce().signatures()).isEqualTo(2);

            refused("release.too-few-signatures", () -> release(owner));
            assertThat(anna.approvals().needed()).isTrue();
            Proposal proposal = anna.approvals().propose(anna.releases().plan(), "as asked", Optional.empty());
            assertThat(proposal.signed()).containsExactly("anna");
            assertThat(owner.releases().history()).hasSize(1);
            refused("release.signed-before", () -> anna.approvals().approve(proposal));
            refused(
                    "release.proposal-waits",
                    () -> owner.approvals().propose(owner.releases().plan(), "", Optional.empty()));
            Proposal seen = owner.approvals().list().getFirst();
            assertThat(owner.approvals().changes(seen)).isEmpty();
            assertThat(owner.approvals().approve(seen).release().orElseThrow().number())
                    .isEqualTo(2);
            assertThat(owner.approvals().list()).isEmpty();
            refused("release.not-known", () -> owner.approvals().approve(seen));
            assertThat(owner.releases().history().getFirst().createdBy()).isEqualTo("anna");
        }
    }

    @Test
    void aProposalIsTakenBackAndOneThatIsOutOfDateIsNotReleased() {
        readyToRelease();
        try (var anna = joined("anna", Role.OPERATOR)) {
            believe("anna");
            owner.trust().setSignatures(2);
            Proposal first = anna.approvals().propose(anna.releases().plan(), "", Optional.empty());
            owner.approvals().takeBack(first.number());
            refused("release.not-known", () -> owner.approvals().approve(first));
            Proposal second = anna.approvals().propose(anna.releases().plan(), "", Optional.empty());
            Flow flow = owner.flows().open("boiler");
            owner.flows().save(new Flow("boiler", "changed", flow.steps(), List.of(), flow.etag()));
            assertThatThrownBy(() -> owner.approvals().approve(second)).hasMessageContaining("boiler");
            assertThat(owner.releases().history()).isEmpty();
        }
    }

    @Test
    void whatIsShownIsWhatWasSignedOrNothing() {
        readyToRelease();
        try (var anna = joined("anna", Role.OPERATOR)) {
            believe("anna");
            owner.trust().setSignatures(2);
            Proposal proposal = anna.approvals().propose(anna.releases().plan(), "", Optional.empty());
            var draft = anna.services().open("Pump", ServiceVersion.FIRST);
            anna.services()
                    .save(new ServiceDraft(
                            draft.name(),
                            draft.version(),
                            draft.language(),
                            draft.state(),
                            draft.description(),
                            draft.properties(),
                            draft.source() + "\n// harmless",
                            draft.etag()));
            refused("release.source-changed", () -> owner.approvals().changes(proposal));
            refused("release.source-changed", () -> owner.approvals().approve(proposal));
            assertThat(owner.approvals().list().getFirst().signed()).containsExactly("anna");
        }
    }

    @Test
    void whoWasSuspendedSinceHasNotSigned() {
        readyToRelease();
        try (var anna = joined("anna", Role.OPERATOR)) {
            believe("anna");
            owner.trust().setSignatures(2);
            Proposal proposal = anna.approvals().propose(anna.releases().plan(), "", Optional.empty());
            owner.operators().change("anna", new OperatorChange(Role.OPERATOR, true));
            assertThat(owner.approvals().approve(proposal).release()).isEmpty();
            assertThat(owner.releases().history()).isEmpty();
        }
    }

    @Test
    void aProgramActsByItsTokenAndApprovesNothing() {
        readyToRelease();
        OperatorMade made = owner.operators()
                .make(new NewOperator("nightly", OperatorKind.PROGRAM, Role.OPERATOR, Optional.empty()));
        try (var nightly = Workbench.openWithToken(owner.contact(), folder.resolve("nightly"), made.secret())) {
            believe("nightly");
            release(nightly);
            owner.approvals().countersign(1);
            owner.trust().setSignatures(2);
            Proposal proposal = owner.approvals().propose(owner.releases().plan(), "", Optional.empty());
            refused("release.program-approves", () -> nightly.approvals().approve(proposal));
            refused("operator.program-has-token", () -> nightly.operators().setPassword(new NewPassword("", PASSWORD)));
        }
        owner.operators().remove("nightly");
        refused(
                "operator.not-signed-in",
                () -> Workbench.openWithToken(owner.contact(), folder.resolve("nightly"), made.secret())
                        .close());
    }

    @Test
    void whatEverybodyDidIsTold() {
        try (var anna = joined("anna", Role.VIEWER)) {
            refused("operator.not-allowed", () -> anna.operators().remove("owner"));
            Await.until(
                    "it is written down",
                    Duration.ofSeconds(60),
                    () -> anna.audit().page(0, "anna", "").entries().stream()
                            .anyMatch(one -> one.deed().equals("removes operator owner")
                                    && one.outcome() == AuditOutcome.REFUSED));
            assertThat(anna.audit().page(0, "", "LETS IN").entries())
                    .singleElement()
                    .satisfies(one -> assertThat(one.operator()).isEqualTo("owner"));
            assertThat(anna.operators().rights()).isNotEmpty();
            owner.operators().renew("anna");
            assertThat(owner.operators().list().getFirst().state()).isEqualTo(OperatorState.INVITED);
            refused("operator.not-signed-in", () -> anna.operators().me());
        }
    }

    private Trust.Change believe(String name) {
        OperatorView seen = owner.operators().list().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        return owner.trust().believe(name, seen.publicKey().orElseThrow());
    }

    private void readyToRelease() {
        owner.services().create("Pump", Language.JAVA, "Pumps.");
        owner.nodes().create(new NewDevice(new DeviceId("press-01"), Map.of("site", "north")));
        Flow flow = owner.flows().create("boiler", "");
        var step = new Flow.Step("a", "Pump", Flow.Step.LATEST, Map.of(), Assignment.toTag("site", "north"), 0, 0);
        owner.flows().save(new Flow("boiler", "", List.of(step), List.of(), flow.etag()));
    }

    private static void release(Workbench by) {
        by.releases().release(by.releases().plan(), "");
    }

    private static void refused(String code, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        thrown -> assertThat(thrown.problem().code()).isEqualTo(code));
    }
}
