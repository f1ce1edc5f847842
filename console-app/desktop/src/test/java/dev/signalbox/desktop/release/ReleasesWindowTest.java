// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.desks.ApprovalsInMemory;
import dev.signalbox.desktop.desks.ReleasesInMemory;
import dev.signalbox.desktop.desks.RolloutsInMemory;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.desktop.pictures.Person;
import dev.signalbox.desktop.pictures.Pictures;
import dev.signalbox.operator.rollout.RolloutMove;
import dev.signalbox.operator.rollout.RolloutState;
import dev.signalbox.operator.rollout.RolloutTally;
import dev.signalbox.protocol.report.Problem;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

/// Looks at the history of releases, and holds any two against each other.
class ReleasesWindowTest {
    private static final String FIRST = """
        watch: BoilerWatch 1.0
            limit = 80
            runs on press-01
        """;
    private static final String SECOND = """
        watch: BoilerWatch 1.1
            limit = 82.5
            runs on press-01, press-02
        """;

    private final ReleasesInMemory releases = new ReleasesInMemory();
    private final RolloutsInMemory rollouts = new RolloutsInMemory();
    private final ApprovalsInMemory approvals = new ApprovalsInMemory();
    private Optional<ReleasesPage> page = Optional.empty();

    @Test
    void theNewestIsHeldAgainstTheOneBefore() throws TimeoutException {
        releases.add("mkessler", "first steps", FIRST);
        releases.add("anna", "higher limit after the repair", SECOND);
        Person person = sits();
        person.awaits(() -> person.reads("higher limit after the repair — by anna, 2 Nov 2026 22:15Z"));
        person.awaits(() -> person.words("#diff-words").equals("1 difference"));
        assertThat(person.words("#release-title")).isEqualTo("Release 2");
        assertThat(against(person)).isEqualTo(1);
        person.pictures("releases");
    }

    @Test
    void anyTwoAreCompared() throws TimeoutException {
        releases.add("mkessler", "first steps", FIRST);
        releases.add("anna", "", SECOND);
        releases.add("anna", "back to what it was", FIRST);
        Person person = sits();
        person.awaits(() -> person.words("#release-title").equals("Release 3"));
        person.clicks("#release-against").clicks("Release 1");
        person.awaits(() -> person.words("#diff-words").equals("No differences"));
        person.clicks("first steps");
        person.awaits(() -> person.words("#release-title").equals("Release 1"));
        assertThat(against(person)).isZero();
        person.awaits(() -> person.words("#diff-words").equals("1 difference"));
    }

    @Test
    void whatOthersReleaseIsThereAndWhatIsLookedAtStays() throws TimeoutException {
        releases.add("mkessler", "first steps", FIRST);
        releases.add("anna", "higher limit", SECOND);
        Person person = sits();
        person.awaits(() -> person.words("#release-title").equals("Release 2"));
        releases.add("mkessler", "a third", FIRST);
        does(its -> its.changed("releases"));
        person.awaits(() -> person.reads("a third"));
        assertThat(person.words("#release-title")).isEqualTo("Release 2");
        does(its -> its.open("3"));
        person.awaits(() -> person.words("#release-title").equals("Release 3"));
    }

    @Test
    void whoComesAgainSeesTheNewestUnlessSheChose() throws TimeoutException {
        releases.add("mkessler", "first steps", FIRST);
        Person person = sits();
        person.awaits(() -> person.words("#release-title").equals("Release 1"));
        releases.add("anna", "higher limit", SECOND);
        does(its -> its.changed("releases"));
        does(ReleasesPage::shown);
        person.awaits(() -> person.words("#release-title").equals("Release 2"));
        person.clicks("first steps");
        releases.add("anna", "a third", FIRST);
        does(ReleasesPage::shown);
        person.awaits(() -> person.reads("a third"));
        assertThat(person.words("#release-title")).isEqualTo("Release 1");
    }

    @Test
    void oneThatComesInStagesIsWatchedAndSteered() throws TimeoutException {
        releases.add("mkessler", "first steps", FIRST);
        releases.add("anna", "higher limit after the repair", SECOND);
        rollouts.stands(2, RolloutState.RUNNING, new RolloutTally(162, 4, 13, 1, 0));
        Person person = sits();
        person.awaits(() -> person.words("#rollout-state").equals("stage 2 of 4"));
        assertThat(person.words("#rollout-title")).isEqualTo("Coming to 10 % of 180 nodes");
        assertThat(person.words("#rollout-tally")).isEqualTo("13 run it · 4 try it · 1 failed · 162 do not have it");
        person.pictures("releases-stages");
        person.clicks("#rollout-pause");
        person.awaits(() -> person.words("#rollout-state").equals("paused"));
        person.clicks("#rollout-resume");
        person.awaits(() -> person.words("#rollout-state").equals("stage 2 of 4"));
        person.clicks("#rollout-next");
        person.awaits(() -> rollouts.moves().size() == 3);
        person.clicks("#rollout-halt").clicks("Halt and go back");
        person.awaits(() -> person.words("#rollout-state").equals("halted"));
        assertThat(rollouts.moves())
                .containsExactly(RolloutMove.PAUSE, RolloutMove.RESUME, RolloutMove.NEXT_STAGE, RolloutMove.HALT);
    }

    @Test
    void whatWaitsIsReadAndSignedOrTakenBack() throws TimeoutException {
        releases.add("mkessler", "first steps", FIRST);
        approvals.wants(2);
        approvals.add(2, "anna", "higher limit after the repair");
        Person person = sits();
        person.awaits(() -> person.words("#proposal-words").equals("Release 2 of anna waits for approval"));
        assertThat(person.words("#proposal-signed")).isEqualTo("1 of 2 signed: anna — higher limit after the repair");
        person.pictures("releases-proposal");
        person.clicks("#proposal-review");
        person.awaits("#proposal-form");
        Pictures.saveBoth(person.finds("#proposal-form", Region.class).getScene(), "releases-review");
        person.confirms("Approve");
        person.awaits(() -> approvals.deeds().equals(List.of("approves 2")));
        person.awaits(() -> !person.sees("#proposal-words"));
        approvals.outdates();
        approvals.add(3, "a-colleague-whose-name-has-no-end-in-sight", "because ".repeat(40));
        does(its -> its.changed("releases"));
        person.awaits(() -> person.sees("#proposal-words"));
        person.pictures("releases-proposal-long");
        person.clicks("#proposal-review");
        person.confirms("Approve");
        person.awaits(() -> person.reads("Flow boiler was changed since."));
        person.clicks("#proposal-take-back").confirms("Take back");
        person.awaits(() -> approvals.deeds().contains("takes back 3"));
    }

    @Test
    void oneThatWasHaltedSaysWhyAndWhoFailed() throws TimeoutException {
        releases.add("mkessler", "first steps", FIRST);
        releases.add("anna", "higher limit after the repair", SECOND);
        rollouts.stands(
                2,
                RolloutState.HALTED,
                new RolloutTally(122, 3, 0, 6, 49),
                new Problem(
                        "rollout.too-many-failed",
                        "6 of the 58 nodes that got release 2 failed, and it halts at 2 %.",
                        "All nodes go back to release 1. Look at what they tell, mend it and release anew."));
        Person person = sits();
        person.awaits(() -> person.reads("press-003"));
        assertThat(person.reads("and 2 more")).isTrue();
        person.pictures("releases-halted");
    }

    @Test
    void withoutReleasesItSaysWhatToDo() throws TimeoutException {
        Person person = sits();
        person.awaits(() -> person.reads("No releases yet"));
        person.pictures("releases-empty");
    }

    @Test
    void aHubThatIsAwayIsTold() throws TimeoutException {
        releases.breaks();
        Person person = sits();
        person.awaits(() -> person.reads("The hub cannot be reached."));
        person.pictures("releases-error");
    }

    @Test
    void longWordsAndManyReleasesFit() throws TimeoutException {
        for (int i = 0; i < 10_000; i++) {
            releases.add("somebody-with-a-very-long-name-of-her-own", "because ".repeat(25), FIRST + i);
        }
        Person person = sits();
        person.awaits(() -> person.reads("10000 in all"));
        person.pictures("releases-full");
    }

    private Person sits() {
        return Person.before(this::shown);
    }

    private Parent shown() {
        var fresh = new ReleasesPage(releases, rollouts, approvals, OnFx.toolkit());
        fresh.shown();
        page = Optional.of(fresh);
        return (Parent) fresh.view();
    }

    private void does(Consumer<ReleasesPage> what) {
        Pictures.on(() -> {
            page.ifPresent(what);
            return page;
        });
    }

    private static long against(Person person) {
        return (Long) person.finds("#release-against", ComboBox.class).getValue();
    }
}
