// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.desks.ByHand;
import dev.signalbox.desktop.desks.QueriesInMemory;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConditionViewModelTest {
    private final QueriesInMemory queries = new QueriesInMemory();
    private final ByHand fx = new ByHand();
    private final ConditionViewModel model = new ConditionViewModel(queries, fx);

    @Test
    void whatIsWrittenComesIntoForceWhenTheHubHasAnswered() {
        asks("tags.site = 'north'");
        assertThat(model.inForce().get()).isEmpty();
        fx.arriveAll();
        assertThat(model.inForce().get()).map(Narrowing::words).contains("12 devices");
        model.personClears();
        assertThat(model.inForce().get()).isEmpty();
        assertThat(model.text().get()).isEmpty();
    }

    @Test
    void manyDevicesComeAThousandAtATimeAndTenThousandAtMost() {
        queries.matches(20_000);
        asks("tags.site = 'north'");
        fx.arriveAll();
        assertThat(model.inForce().get()).map(Narrowing::words).contains("the first 1,000 devices");
        for (int i = 0; i < 9; i++) {
            assertThat(model.hasMore().get()).isTrue();
            model.personWantsMore();
            fx.arriveAll();
        }
        assertThat(model.inForce().get()).map(Narrowing::words).contains("the first 10,000 devices");
        assertThat(model.hasMore().get()).isFalse();
    }

    @Test
    void whatTheHubDoesNotAnswerLeavesInForceWhatWas() {
        asks("tags.site = 'north'");
        fx.arriveAll();
        queries.isDown(true);
        asks("tags.site = 'south'");
        fx.arriveAll();
        assertThat(model.problem().get()).isPresent();
        assertThat(inForce()).contains("tags.site = 'north'");
        queries.isDown(false);
        model.look();
        fx.arriveAll();
        assertThat(model.problem().get()).isEmpty();
    }

    @Test
    void anAnswerThatComesAfterTheConditionWasClearedChangesNothing() {
        asks("tags.site = 'north'");
        model.personClears();
        fx.arriveAll();
        assertThat(model.inForce().get()).isEmpty();
    }

    @Test
    void whatIsInForceIsAskedAgainOneQuestionAtATime() {
        model.look();
        assertThat(fx.underWay()).isZero();
        asks("tags.site = 'north'");
        fx.arriveAll();
        queries.matches(13);
        model.look();
        model.look();
        assertThat(fx.underWay()).isEqualTo(1);
        fx.arriveAll();
        assertThat(model.inForce().get()).map(Narrowing::words).contains("13 devices");
    }

    @Test
    void nothingWrittenMeansAllDevices() {
        asks("tags.site = 'north'");
        fx.arriveAll();
        asks(" * ");
        assertThat(model.inForce().get()).isEmpty();
    }

    private void asks(String condition) {
        model.text().set(condition);
        model.personAsks();
    }

    private Optional<String> inForce() {
        return model.inForce().get().map(Narrowing::condition);
    }
}
