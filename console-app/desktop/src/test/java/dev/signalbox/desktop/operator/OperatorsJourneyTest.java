// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.desktop.pictures.Person;
import dev.signalbox.desktop.pictures.Pictures;
import dev.signalbox.hub.Hub;
import dev.signalbox.hub.HubConfig;
import dev.signalbox.operator.operator.NewOperator;
import dev.signalbox.operator.operator.OperatorKind;
import dev.signalbox.operator.operator.OperatorState;
import dev.signalbox.operator.operator.OperatorView;
import dev.signalbox.operator.operator.Role;
import dev.signalbox.workbench.operator.Invitation;
import dev.signalbox.workbench.session.Workbench;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an owner does with colleagues, at a real hub.
class OperatorsJourneyTest {
    private static final String PASSWORD = "correct horse battery staple";

    @TempDir
    Path folder;

    private Hub hub;
    private Workbench owner;

    @BeforeEach
    void start() {
        hub = Hub.start(HubConfig.inFolder(folder.resolve("hub")).onFreePorts());
        owner = Workbench.openLocal(folder.resolve("hub"), folder.resolve("console"));
    }

    @AfterEach
    void stop() {
        owner.close();
        hub.close();
    }

    private static Person sits(Workbench session) {
        return Person.before(() -> {
            var desk = new OperatorsPage.Desk(session.operators(), session.trust(), session.audit());
            var page = new OperatorsPage(desk, OnFx.toolkit(), Clock.systemUTC());
            var view = (Parent) page.view();
            page.shown();
            return view;
        });
    }

    private OperatorView view(String name) {
        return owner.operators().list().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void invite(String name, OperatorKind kind, Role role) {
        owner.operators().make(new NewOperator(name, kind, role, Optional.empty()));
    }

    @Test
    void aColleagueIsInvitedComesInAndIsTrusted() throws Exception {
        Person person = sits(owner);
        person.awaits(() -> person.reads("owner"));
        person.clicks("#invite-operator").fills("#operator-name", "Anna");
        person.awaits(() -> person.reads("1 to 64 of a to z"));
        person.fills("#operator-name", "anna");
        choose(person, "#new-operator-role", Role.OPERATOR);
        person.pictures("dialog-invite-operator");
        person.confirms("Invite");
        person.awaits("#operator-secret");
        String text = person.finds("#operator-secret", TextArea.class).getText();
        person.pictures("dialog-invitation");
        person.confirms("Done");
        person.awaits(() -> person.words("#operator-title").equals("anna"));
        assertThat(view("anna").state()).isEqualTo(OperatorState.INVITED);
        person.pictures("operators-invited");

        try (var anna = Workbench.join(Invitation.read(text), folder.resolve("anna"), PASSWORD)) {
            assertThat(anna.operators().me().role()).isEqualTo(Role.OPERATOR);
            person.clicks("#operators-audit").clicks("#operators-operators");
            Person again = sits(owner);
            again.clicks("anna");
            again.awaits(() -> again.words("#operator-signature").contains("cannot release"));
            assertThat(again.words("#operator-fingerprint")).matches("([0-9a-f]{4} ){7}[0-9a-f]{4}");
            again.pictures("operators-to-trust");
            again.clicks("#operator-trust").confirms("Trust");
            again.awaits(() -> again.words("#operator-signature").contains("Nodes believe"));
            assertThat(owner.trust().inForce().believes("anna", view("anna").publicKey()))
                    .isTrue();
            chooses(again, "#signatures", 2);
            again.awaits(() -> owner.trust().inForce().signatures() == 2);
            again.clicks("#operator-distrust").confirms("Trust no more");
            again.awaits(() -> again.reads("A release would need 2 signatures"));
            again.pictures("operators-problem");
        }
    }

    @Test
    void rolesChangeAndOperatorsAreSuspendedAndRemoved() throws Exception {
        invite("anna", OperatorKind.PERSON, Role.AUTHOR);
        invite("nightly", OperatorKind.PROGRAM, Role.OPERATOR);
        Person person = sits(owner);
        person.clicks("anna");
        choose(person, "#operator-role", Role.VIEWER);
        person.clicks("#operator-give-role");
        person.awaits(() -> view("anna").role() == Role.VIEWER);
        person.awaits(() -> person.words("#operator-said").equals("anna is viewer now."));
        person.clicks("#operator-suspend");
        person.awaits(() -> view("anna").state() == OperatorState.SUSPENDED);
        person.awaits(() -> person.reads("Let in again"));
        person.pictures("operators-suspended");
        person.clicks("#operator-suspend");
        person.awaits(() -> view("anna").state() == OperatorState.INVITED);
        person.clicks("nightly").clicks("#operator-renew").confirms("Go on");
        person.awaits("#operator-secret");
        assertThat(person.finds("#operator-secret", TextArea.class).getText()).startsWith("sbo_");
        person.confirms("Done");
        person.clicks("#operator-remove").confirms("Remove");
        person.awaits(() -> owner.operators().list().size() == 2);
        person.awaits(() -> person.reads("Nobody chosen"));
        person.clicks("#operators-audit");
        person.clicks("#audit-again");
        person.awaits(() -> person.reads("removes operator nightly"));
        person.pictures("operators-audit");
        person.fills("#audit-what", "anna");
        person.awaits(() -> !person.reads("removes operator nightly") && person.reads("makes operator anna viewer"));
        person.fills("#audit-what", "nothing like that");
        person.awaits(() -> person.reads("Nobody did anything that fits"));
    }

    @Test
    void whoIsNoOwnerSeesAndChangesNothing() throws Exception {
        var made = owner.operators().make(new NewOperator("vera", OperatorKind.PERSON, Role.VIEWER, Optional.empty()));
        invite("a-colleague-whose-name-is-as-long-as-it-can-be", OperatorKind.PERSON, Role.OWNER);
        String text = owner.operators().invitation(made);
        try (var vera = Workbench.join(Invitation.read(text), folder.resolve("vera"), PASSWORD)) {
            Person person = sits(vera);
            person.clicks("owner");
            person.awaits(() -> person.words("#operator-why-not").equals("Only an owner changes operators."));
            for (String button : new String[] {
                "#invite-operator",
                "#add-program",
                "#operator-suspend",
                "#operator-renew",
                "#operator-remove",
                "#operator-give-role",
                "#signatures"
            }) {
                assertThat(person.finds(button, javafx.scene.Node.class).isDisabled())
                        .as(button)
                        .isTrue();
            }
            person.pictures("operators-viewer");
        }
    }

    private static <T> void choose(Person person, String box, T value) throws TimeoutException {
        person.awaits(box);
        chooses(person, box, value);
    }

    @SuppressWarnings("unchecked")
    private static <T> void chooses(Person person, String box, T value) {
        Pictures.on(() -> {
            ((ComboBox<T>) person.finds(box, ComboBox.class)).setValue(value);
            return box;
        });
    }
}
