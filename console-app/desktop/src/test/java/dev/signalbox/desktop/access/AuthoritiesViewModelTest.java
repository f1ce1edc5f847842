// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.desks.AuthoritiesInMemory;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.protocol.report.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuthoritiesViewModelTest {
    private static final Problem DOWN = new Problem("hub.unreachable", "The hub cannot be reached.", "Start it.");

    private final AuthoritiesInMemory hub = new AuthoritiesInMemory();
    private final AuthoritiesViewModel model = new AuthoritiesViewModel(hub, OnFx.atOnce(), Clock.systemUTC());
    private final NewAuthorityViewModel adding = new NewAuthorityViewModel(hub, OnFx.atOnce(), model);
    private final ProofViewModel proof = new ProofViewModel(hub, OnFx.atOnce(), model);

    @BeforeEach
    void theAuthoritiesAreRead() {
        hub.has("presses", true, Duration.ofDays(900));
        hub.has("pumps", false, Duration.ofDays(12));
        model.look();
    }

    @Test
    void anAuthorityIsEnteredProvenAndThenLetsDevicesIn() {
        enter("valves", "good");
        assertThat(hub.calls).containsExactly("add valves verified=false");
        assertThat(adding.isOpen().get()).isFalse();
        assertThat(chosen().standingWords()).isEqualTo("waiting for proof");
        assertThat(model.said().get()).contains("the proof");

        proof.proof().text().set("good\n");
        proof.personVerifies();
        assertThat(chosen().standingWords()).isEqualTo("proven");
        assertThat(model.said().get()).contains("lets devices in");
        assertThat(proof.proof().text().get()).isEmpty();
    }

    @Test
    void whatTheHubRefusesStaysTypedAndIsExplainedBesideItsField() {
        enter("valves", "bad");
        assertThat(adding.isOpen().get()).isTrue();
        assertThat(adding.certificate().complaint().get())
                .contains("no certificate in PEM")
                .contains("alone and as PEM");
        assertThat(adding.name().get()).isEqualTo("valves");
        assertThat(model.asking().problem().get()).isEmpty();
        adding.certificate().text().set("better");
        assertThat(adding.certificate().complaint().get()).isEmpty();

        model.personChose("pumps");
        proof.proof().text().set("forged");
        proof.personVerifies();
        assertThat(proof.proof().complaint().get())
                .contains("not signed by")
                .contains("CN=" + AuthoritiesInMemory.CODE);
        model.personChose("presses");
        assertThat(proof.proof().complaint().get()).isEmpty();
        assertThat(proof.proof().text().get()).isEmpty();
    }

    @Test
    void aHubThatCannotBeReachedIsThePagesProblemAndNotTheFields() {
        hub.down = Optional.of(DOWN);
        enter("valves", "good");
        assertThat(model.asking().problem().get()).contains(DOWN);
        assertThat(adding.certificate().complaint().get()).isEmpty();
        assertThat(adding.canAdd().get()).isTrue();
    }

    @Test
    void aNameIsRefusedWhileItIsTyped() {
        adding.personBegins();
        adding.certificate().text().set("good");
        adding.name().set("PUMPS");
        assertThat(adding.nameComplaint().get()).contains("of that name");
        assertThat(adding.canAdd().get()).isFalse();
        adding.name().set("a b");
        assertThat(adding.canAdd().get()).isFalse();
        adding.name().set(" valves ");
        assertThat(adding.canAdd().get()).isTrue();
        adding.certificate().text().set(" \n");
        assertThat(adding.canAdd().get()).isFalse();
    }

    @Test
    void aCertificateComesFromAFile(@TempDir Path folder) throws Exception {
        adding.personBegins();
        adding.certificate().personChoseFile(Files.writeString(folder.resolve("ca.pem"), "good"));
        assertThat(adding.certificate().text().get()).isEqualTo("good");
        adding.certificate().personChoseFile(folder.resolve("none.pem"));
        assertThat(adding.certificate().complaint().get()).contains("none.pem cannot be read");
    }

    @Test
    void beforeItIsDeletedItIsSaidWhatThatCosts() {
        var words = new ArrayList<String>();
        model.personChose("presses");
        model.personWantsToDelete(words::add);
        assertThat(words).singleElement().asString().contains("12 devices lose the way in");
        hub.devices = OptionalLong.empty();
        model.personWantsToDelete(words::add);
        assertThat(words.getLast()).contains("refused from then on");
        hub.down = Optional.of(DOWN);
        model.personWantsToDelete(words::add);
        assertThat(words).hasSize(3);
        hub.down = Optional.empty();
        assertThat(hub.calls).isEmpty();
        model.personDeletes();
        assertThat(hub.calls).containsExactly("delete presses");
        assertThat(model.selected().get()).isEmpty();
        assertThat(model.names()).containsExactly("pumps");
    }

    @Test
    void whoLooksAtAnotherGivesTheFormUp() {
        adding.personBegins();
        assertThat(model.selected().get()).isEmpty();
        model.personChose("pumps");
        assertThat(adding.isOpen().get()).isFalse();
        assertThat(chosen().endsSoon()).isTrue();
        assertThat(chosen().validity()).contains("11 days left");
        adding.personBegins();
        adding.personGivesUp();
        assertThat(adding.isOpen().get()).isFalse();
    }

    @Test
    void whatIsTypedOutlivesALookAtTheHub() {
        model.personChose("pumps");
        proof.proof().text().set("half a pro");
        model.look();
        assertThat(proof.proof().text().get()).isEqualTo("half a pro");
        assertThat(chosen().name()).isEqualTo("pumps");
    }

    private void enter(String name, String certificate) {
        adding.personBegins();
        adding.name().set(name);
        adding.certificate().text().set(certificate);
        adding.personAdds();
    }

    private AuthorityRow chosen() {
        return model.selected().get().orElseThrow();
    }
}
