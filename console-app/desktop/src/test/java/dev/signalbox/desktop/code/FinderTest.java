// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FinderTest {
    private static final String TEXT = "limit = Limit(limits, a.b)\nlimit += axb";

    private final Finder finder = new Finder();

    private int found(String words) {
        finder.look(TEXT);
        finder.words().set(words);
        return finder.matches().get().size();
    }

    @Test
    void wordsAreTakenAsTheyAreWritten() {
        assertThat(found("limit")).isEqualTo(4);
        assertThat(found("a.b")).isEqualTo(1);
        assertThat(found("(")).isEqualTo(1);
        assertThat(found(")\nl")).isEqualTo(1);
        assertThat(found("nowhere")).isZero();
        assertThat(found("")).isZero();
    }

    @Test
    void caseAndWholeWordsCountWhenThePersonSaysSo() {
        finder.matchCase().set(true);
        assertThat(found("limit")).isEqualTo(3);
        finder.wholeWords().set(true);
        assertThat(found("limit")).isEqualTo(2);
        finder.matchCase().set(false);
        assertThat(found("limit")).isEqualTo(3);
        assertThat(found("(")).as("a sign is no word, and found all the same").isEqualTo(1);
        assertThat(found("+= ")).isEqualTo(1);
    }

    @Test
    void afterTheLastComesTheFirst() {
        found("limit");
        assertThat(finder.next(1)).contains(new Match(8, 13));
        assertThat(finder.next(TEXT.length())).contains(new Match(0, 5));
        assertThat(finder.previous(8)).contains(new Match(0, 5));
        assertThat(finder.previous(3)).contains(new Match(27, 32));
        assertThat(finder.number(8, 13)).isEqualTo(2);
        assertThat(finder.number(8, 12)).isZero();
    }

    @Test
    void allAreReplacedByExactlyWhatIsWritten() {
        found("limit");
        finder.replacement().set("$1\\");
        Finder.Replaced all = finder.replacedAll().orElseThrow();
        assertThat(TEXT.substring(0, all.start()) + all.now() + TEXT.substring(all.end()))
                .isEqualTo("$1\\ = $1\\($1\\s, a.b)\n$1\\ += axb");
        found("nowhere");
        assertThat(finder.replacedAll()).isEmpty();
    }

    @Test
    void ofVeryManyPlacesTheFirstCount() {
        finder.words().set("a");
        finder.look("a".repeat(Finder.MOST + 5));
        assertThat(finder.matches().get()).hasSize(Finder.MOST);
    }

    @Test
    void aTextThatChangesIsLookedThroughAnew() {
        found("limit");
        finder.look("no more");
        assertThat(finder.matches().get()).isEmpty();
    }
}
