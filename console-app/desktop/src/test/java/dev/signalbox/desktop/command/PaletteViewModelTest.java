// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.kit.Command;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaletteViewModelTest {
    private final List<String> done = new ArrayList<>();
    private final List<Command> there = new ArrayList<>(List.of(does("Add a node…"), does("Release…"), does("Back")));
    private final PaletteViewModel model = new PaletteViewModel(() -> there);

    private Command does(String title) {
        return new Command(title, () -> done.add(title));
    }

    private List<String> offered() {
        return model.found().stream().map(Command::title).toList();
    }

    @Test
    void withoutALetterItOffersWhatWasDoneLastAndThenAll() {
        model.personOpens();
        assertThat(offered()).containsExactly("Add a node…", "Release…", "Back");
        model.personRuns(model.found().get(1));
        assertThat(done).containsExactly("Release…");
        model.personOpens();
        assertThat(offered()).containsExactly("Release…", "Add a node…", "Back");
    }

    @Test
    void eachOpeningForgetsTheLettersAndSeesWhatIsThereNow() {
        model.personOpens();
        model.query().set("back");
        assertThat(offered()).containsExactly("Back");
        there.add(does("Backup"));
        model.personOpens();
        assertThat(model.query().get()).isEmpty();
        model.query().set("back");
        assertThat(offered()).containsExactly("Back", "Backup");
    }
}
