// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.authoring.hover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.authoring.model.Source;
import dev.signalbox.authoring.model.SourceModel;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class JavaHoverTest {
    private static final SourceModel MODEL = new SourceModel();
    private static final JavaHover HOVER = new JavaHover(MODEL);
    private static final String TEXT = """
            /// Watches a pump.
            public class Pump extends CustomService {
                /// Above this it is stopped. Can be set by `limit`.
                private double limit = 4;

                @Override
                public void process(Message message) throws Exception {
                    double value = message.body().get("value").asDouble();
                    if (above(value, limit)) {
                        submitMessage(Map.of("value", value));
                        List.of(1).forEach(one -> debug("a" + one));
                    }
                    "a".substring(1, 2);
                    new Reading("a");
                }

                /**
                 * Whether it is {@code too} much.
                 *
                 * @param value of the sensor
                 */
                private static boolean above(double value, double limit) {
                    return value > limit;
                }

                record Reading(String sensor) {}
            }
            """;

    @AfterAll
    static void close() {
        MODEL.close();
    }

    @Test
    void whatTheAuthorWroteIsSaid() {
        About field = about("limit))");
        assertThat(field.signature()).isEqualTo("double limit");
        assertThat(field.words()).isEqualTo("Above this it is stopped. Can be set by limit.");
        About method = about("above(value, limit))");
        assertThat(method.signature()).isEqualTo("static boolean above(double value, double limit)");
        assertThat(method.words()).isEqualTo("Whether it is too much.");
        assertThat(about("Pump extends").words()).isEqualTo("Watches a pump.");
    }

    @Test
    void theScriptingApiIsDocumentedByItsOwnSources() {
        About sends = about("submitMessage");
        assertThat(sends.signature()).isEqualTo("void submitMessage(Object payload)");
        assertThat(sends.owner()).isEqualTo("dev.signalbox.api.CustomService");
        assertThat(sends.words()).startsWith("Hands a message to the hub. When this returns");
        assertThat(about("asDouble").words()).isEqualTo("The value as a number; a text that holds one counts.");
        assertThat(about("Message message").words()).startsWith("One message between steps");
    }

    @Test
    void theJdkIsDocumentedWhereItsSourcesAre() {
        About cut = about("substring");
        assertThat(cut.signature()).isEqualTo("String substring(int beginIndex, int endIndex)");
        assertThat(cut.words()).matches("(Returns a string that is a substring of this string.*)?");
        assertThat(about("List.of").signature()).isEqualTo("interface List<E>");
    }

    @Test
    void aNameOfThisSourceLeadsToWhereItIsMade() {
        assertThat(definition("limit))")).startsWith("limit = 4;");
        assertThat(definition("above(value, limit))")).startsWith("above(double value");
        assertThat(definition("value, limit))")).startsWith("value = message");
        assertThat(definition("one));")).startsWith("one -> debug");
        assertThat(definition("Reading(\"a\")")).startsWith("Reading(String sensor)");
        assertThat(definition("message.body()")).startsWith("message) throws");
        assertThat(about("asDouble").definition()).isEmpty();
    }

    @Test
    void whatIsNoNameIsNothing() {
        assertThat(at(TEXT.indexOf("Watches"))).isEmpty();
        assertThat(at(TEXT.indexOf("\"value\"") + 2)).isEmpty();
        assertThat(at(TEXT.indexOf("public class"))).isEmpty();
        assertThat(at(TEXT.length())).isEmpty();
        assertThat(HOVER.at(new Source("Pump.java", "", List.of()), 3)).isEmpty();
        assertThat(HOVER.at(new Source("Pump.java", "class { foo. }}}", List.of()), 9))
                .isEmpty();
    }

    private static String definition(String at) {
        return TEXT.substring(about(at).definition().orElseThrow());
    }

    private static About about(String at) {
        return at(TEXT.indexOf(at)).orElseThrow();
    }

    private static Optional<About> at(int place) {
        return HOVER.at(new Source("Pump.java", TEXT, List.of()), place);
    }
}
