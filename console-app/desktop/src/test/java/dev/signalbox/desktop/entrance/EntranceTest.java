// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.entrance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.desktop.pictures.Person;
import dev.signalbox.hub.Hub;
import dev.signalbox.hub.HubConfig;
import dev.signalbox.operator.operator.NewOperator;
import dev.signalbox.operator.operator.OperatorKind;
import dev.signalbox.operator.operator.Role;
import dev.signalbox.operator.session.SignIn;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.operator.Invitation;
import dev.signalbox.workbench.session.Workbench;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A person without a session, before a window of her own, and a real hub.
class EntranceTest {
    private static final String PASSWORD = "correct horse battery staple";
    private static final Problem WHY = new Problem(
            "session.none", "This console has no session with the hub.", "With a password: signalbox session sign-in.");

    @TempDir
    Path folder;

    private final CopyOnWriteArrayList<Workbench> came = new CopyOnWriteArrayList<>();
    private Hub hub;
    private Workbench owner;

    @BeforeEach
    void start() {
        hub = Hub.start(HubConfig.inFolder(folder.resolve("hub")).onFreePorts());
        owner = Workbench.openLocal(folder.resolve("hub"), folder.resolve("console"));
    }

    @AfterEach
    void stop() {
        came.forEach(Workbench::close);
        owner.close();
        hub.close();
    }

    private final class Way implements Entrance {
        private final boolean knows;

        private Way(boolean knows) {
            this.knows = knows;
        }

        @Override
        public boolean knowsHub() {
            return knows;
        }

        @Override
        public Workbench signIn(SignIn asked) {
            return Workbench.signIn(owner.contact(), folder.resolve("anna"), asked);
        }

        @Override
        public Workbench join(Invitation invitation, String password) {
            return Workbench.join(invitation, folder.resolve("anna"), password);
        }
    }

    private Person stands(boolean knowsHub) {
        return Person.before(() ->
                new EntranceView(new EntranceViewModel(new Way(knowsHub), OnFx.toolkit(), came::add), WHY, () -> {}));
    }

    @Test
    void whoIsInvitedChoosesAPasswordAndComesIn() throws Exception {
        var made = owner.operators().make(new NewOperator("anna", OperatorKind.PERSON, Role.AUTHOR, Optional.empty()));
        Person person = stands(false);
        person.fills("#entrance-invitation", "signalbox-invitation.x");
        person.awaits(() -> person.reads("This is no invitation, or not the whole of one."));
        pastes(person, owner.operators().invitation(made));
        person.awaits(() -> person.words("#entrance-invited").startsWith("For anna in workspace "));
        person.fills("#entrance-fresh", "short");
        person.awaits(() -> person.reads("At least 12 characters"));
        person.fills("#entrance-fresh", PASSWORD).fills("#entrance-again", "correct house");
        person.awaits(() -> person.reads("This is another one."));
        person.pictures("entrance-complaints");
        assertThat(person.finds("#entrance-join", Node.class).isDisabled()).isTrue();
        person.fills("#entrance-again", PASSWORD);
        person.clicks("#entrance-join");
        person.awaits(() -> came.size() == 1);
        assertThat(came.getFirst().operator()).isEqualTo("anna");
        person.clicks("#entrance-join");
        person.awaits(() -> person.reads("There is no such invitation"));
        person.pictures("entrance-refused");
    }

    @Test
    void whoHasAPasswordSignsIn() throws Exception {
        var made = owner.operators().make(new NewOperator("anna", OperatorKind.PERSON, Role.AUTHOR, Optional.empty()));
        Invitation good = Invitation.read(owner.operators().invitation(made));
        Workbench.join(good, folder.resolve("elsewhere"), PASSWORD).close();
        Person person = stands(true);
        person.fills("#entrance-name", "anna").fills("#entrance-password", "not this one");
        person.pictures("entrance-password");
        person.clicks("#entrance-sign-in");
        person.awaits(() -> person.reads("The hub does not know this name with this secret."));
        person.fills("#entrance-password", PASSWORD);
        person.clicks("#entrance-sign-in");
        person.awaits(() -> came.size() == 1);
        assertThat(came.getFirst().operators().me().role()).isEqualTo(Role.AUTHOR);
    }

    private static void pastes(Person person, String text) throws TimeoutException {
        var area = person.finds("#entrance-invitation", javafx.scene.control.TextArea.class);
        dev.signalbox.desktop.pictures.Pictures.on(() -> {
            area.setText(text);
            return area;
        });
    }
}
