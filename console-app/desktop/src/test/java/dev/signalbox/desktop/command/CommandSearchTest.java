// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.kit.Command;
import dev.signalbox.desktop.kit.Place;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CommandSearchTest {
    private static final List<Command> ALL = List.of(
            page("New service…", Place.SERVICES),
            page("BoilerWatch", Place.SERVICES),
            page("boiler", Place.FLOWS),
            page("press-01", Place.NODES),
            page("press-02", Place.NODES),
            new Command("Show or hide the log", () -> {}));

    private static Command page(String title, Place place) {
        return new Command(title, place, () -> {});
    }

    private static List<String> find(String query, String... recent) {
        return CommandSearch.find(query, ALL, List.of(recent)).stream()
                .map(Command::title)
                .toList();
    }

    @Test
    void whatBeginsSoComesBeforeWhatHasItInside() {
        assertThat(find("boil")).containsExactly("boiler", "BoilerWatch");
        assertThat(find("log")).containsExactly("Show or hide the log");
        assertThat(find("watch")).containsExactly("BoilerWatch");
        assertThat(find("oile")).containsExactly("boiler", "BoilerWatch");
    }

    @Test
    void firstLettersAreEnough() {
        assertThat(find("bw")).containsExactly("BoilerWatch");
        assertThat(find("ns")).containsExactly("New service…");
        assertThat(find("sohtl")).containsExactly("Show or hide the log");
    }

    @Test
    void everyWordMustBeThereAndMayBeThePage() {
        assertThat(find("boiler flow")).containsExactly("boiler");
        assertThat(find("press 02")).containsExactly("press-02");
        assertThat(find("boiler valve")).isEmpty();
    }

    @Test
    void whatWasDoneLastComesFirstAmongEquals() {
        assertThat(find("press")).containsExactly("press-01", "press-02");
        assertThat(find("press", "press-02")).containsExactly("press-02", "press-01");
    }

    @Test
    void noMoreAreFoundThanAnybodyReads() {
        List<Command> fleet = IntStream.range(0, 10_000)
                .mapToObj(number -> page("press-" + number, Place.NODES))
                .toList();
        assertThat(CommandSearch.find("p", fleet, List.of())).hasSize(CommandSearch.MOST);
        assertThat(CommandSearch.find("press-9999", fleet, List.of())).hasSize(1);
    }
}
