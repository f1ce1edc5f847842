// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.operator.stream.Concatenation;
import dev.signalbox.operator.stream.IdRule;
import dev.signalbox.operator.stream.StreamRules;
import dev.signalbox.protocol.codec.ProblemException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AutofillTest {
    private static final Autofill.From FROM =
            new Autofill.From("pump-1", Instant.parse("2026-03-01T15:04:05.067Z"), 41);

    @ParameterizedTest
    @CsvSource({
        "{dateTime:yyyy-MM-dd-hh-mm}, 2026-03-01-03-04",
        "{dateTime:yyyyMMddTHHmmss}, ''",
        "{dateTime:yyyyMMddHHmmss}, 20260301150405",
        "{dateTime:yy.fff}, 26.067",
        "{deviceId}-{sequenceId}, pump-1-41",
        "a b_{sequenceId}c, a b_41c",
    })
    void idsAreMadeInDotNetsLetters(String pattern, String id) {
        if (id.isEmpty()) {
            assertThatThrownBy(() -> Autofill.parse(pattern)).isInstanceOf(ProblemException.class);
        } else {
            assertThat(Autofill.parse(pattern).make(FROM)).isEqualTo(id);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "}", "{}", "{seq}", "a/b", "a#b", "{dateTime:dddd}", "{dateTime:yyyy/MM}", "a\tb"})
    void whatIsNoPatternIsRefused(String pattern) {
        assertThatThrownBy(() -> Autofill.parse(pattern)).isInstanceOf(ProblemException.class);
    }

    @Test
    void aPatternOfMessageIdsMustCount() {
        var rules = new StreamRules(IdRule.PATTERN, "{deviceId}", IdRule.NONE, "", Concatenation.NONE, 0, true, "");
        assertThatThrownBy(() -> RuleCheck.check(rules)).hasMessageContaining("{sequenceId}");
    }
}
