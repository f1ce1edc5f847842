// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.kit.Place;
import org.junit.jupiter.api.Test;

class TrailTest {
    private final Trail trail = new Trail();

    @Test
    void oneGoesBackOverEachLinkOnce() {
        trail.leaves(Place.QUERY);
        trail.leaves(Place.JOBS);
        assertThat(trail.last().get()).contains(Place.JOBS);
        assertThat(trail.back()).contains(Place.JOBS);
        assertThat(trail.back()).contains(Place.QUERY);
        assertThat(trail.back()).isEmpty();
        assertThat(trail.last().get()).isEmpty();
    }

    @Test
    void whoChoosesAPageHasNoWayBack() {
        trail.leaves(Place.JOBS);
        trail.begins();
        assertThat(trail.last().get()).isEmpty();
    }

    @Test
    void onlyTheLastSteps() {
        for (int i = 0; i < 100; i++) {
            trail.leaves(i % 2 == 0 ? Place.JOBS : Place.DEVICES);
        }
        int steps = 0;
        while (trail.back().isPresent()) {
            steps++;
        }
        assertThat(steps).isEqualTo(32);
    }
}
