// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.authoring.complete;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JavaCompleterTest {
    private static final Typist TYPIST = new Typist(new Known(List.of("limit", "pin-number"), List.of("pump", "a/b")));

    @AfterAll
    static void close() {
        TYPIST.close();
    }

    /// A service with a body for `process`, and things around it to name.
    private static String body(String body) {
        return """
                import java.util.stream.*;

                public class Pump extends CustomService {
                    private double limit = 4;
                    record Reading(String sensor, double value) {}
                    sealed interface Shape {}
                    record Circle(double radius) implements Shape {}
                    enum Mode { SLOW, FAST }
                    private final List<Reading> readings = new ArrayList<>();

                    @Override
                    public void process(Message message) throws Exception {
                        %s
                    }

                    private double above(String name) {
                        return readings.stream().mapToDouble(Reading::value).sum();
                    }
                }
                """.formatted(body);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            message.|\\n int y = 4;                                   ~ body ~ body(): Body
            message.|\\n readings.clear();                            ~ properties ~ properties(): Map<String, String>
            if (message.|                                            ~ source ~ source(): String
            emit(message.|                                           ~ time ~ time(): Instant
            emit(message.body().|                                    ~ asDouble ~ asDouble(): double
            emit(message.body().get("a").|);                         ~ get ~ get(String name): Body
            readings.forEach(r -> { r.| });                          ~ value ~ value: double
            readings.stream().filter(r -> r.|                        ~ sensor ~ sensor: String
            readings.stream().filter(r -> r.value() > 1).|           ~ map ~ map(Function<? super Reading, ? extends R>): Stream<R>
            readings.stream().collect(Collectors.groupingBy(r -> r.| ~ sensor ~ sensor: String
            var first = readings.getFirst(); first.|                 ~ value ~ value: double
            Object o = message; if (o instanceof Reading r) { r.| }  ~ sensor ~ sensor: String
            Shape s = null; switch (s) { case Circle c -> c.| }      ~ radius ~ radius: double
            Mode.|                                                   ~ FAST ~ FAST: Mode
            Duration.|                                               ~ ofSeconds ~ ofSeconds(long seconds): Duration
            readings.stream().map(Reading::|                         ~ sensor      ~ sensor(): String
            new Object() { void run() { message.| } };               ~ id ~ id(): String
            Map<String, List<Reading>> m = null; m.get("a").get(0).| ~ value ~ value: double
            int[] all = {1}; all.|                                   ~ length ~ length: int
            try { } catch (IllegalStateException failed) { failed.|  ~ getMessage ~ getMessage(): String
            this.|                                                   ~ limit ~ limit: double
            super.|                                                  ~ process ~ process(Message message)
            """)
    void membersAreOfferedHoweverUnfinishedTheRest(String written, String name, String row) {
        assertThat(TYPIST.row(body(written.replace("\\n", "\n")), name)).startsWith(row);
    }

    @Test
    void aMethodThatTheFileEndsInIsUnderstood() {
        String cut = "public class Pump extends CustomService {\n    public void process(Message m) {\n        m.bo|";
        assertThat(TYPIST.names(cut)).startsWith("body");
    }

    @Test
    void packagesHaveWhatIsInThem() {
        assertThat(TYPIST.names(body("java.|"))).contains("util", "time", "nio");
        assertThat(TYPIST.names(body("java.nio.file.Fi|")))
                .startsWith("FileAlreadyExistsException")
                .contains("Files");
        assertThat(TYPIST.names("import java.nio.fi|\nclass Pump {}")).containsExactly("file");
        assertThat(TYPIST.taken("import java.nio.file.Pat|\nclass Pump {}", Candidate.Kind.TYPE, "Path"))
                .startsWith("import java.nio.file.Path;|\n");
    }

    @Test
    void variablesComeBeforeFieldsBeforeTypes() {
        List<String> names = TYPIST.names(body("double level = 1; double l = le|"));
        assertThat(names).startsWith("level");
        names = TYPIST.names(body("double limitNow = 1; double l = li|"));
        assertThat(names).startsWith("limitNow", "limit");
        assertThat(names.indexOf("limit")).isLessThan(names.indexOf("List") < 0 ? 99 : names.indexOf("List"));
    }

    @Test
    void ownMembersComeBeforeInheritedOnesAndThoseOfObjectLast() {
        List<String> names = TYPIST.names(body("this.|"));
        assertThat(names.indexOf("above")).isLessThan(names.indexOf("emit"));
        assertThat(names.indexOf("emit")).isLessThan(names.indexOf("hashCode"));
        assertThat(names).contains("process").doesNotContain("runtime");
    }

    @Test
    void overloadsAreRowsOfTheirOwn() {
        assertThat(TYPIST.offered(body("this.throwE|")))
                .extracting(Candidate::detail)
                .containsExactly(
                        "(String message)",
                        "(String message, int faultCode, String faultDescription)",
                        "(String message, String faultCode, String faultDescription)");
    }

    @Test
    void whatShouldNotBeUsedAnyMoreIsMarked() {
        assertThat(TYPIST.offered(body("new Date().getHou|")))
                .filteredOn(one -> one.name().equals("getHours"))
                .singleElement()
                .matches(Candidate::deprecated);
    }

    @Test
    void aMethodIsWrittenWithItsParentheses() {
        assertThat(TYPIST.taken(body("message.bo|"), Candidate.Kind.METHOD, "body"))
                .contains("message.body()|");
        assertThat(TYPIST.taken(body("message.prop|"), Candidate.Kind.METHOD, "property"))
                .contains("message.property(|)");
        assertThat(TYPIST.taken(body("message.prop|(\"a\");"), Candidate.Kind.METHOD, "property"))
                .contains("message.property|(\"a\");");
        assertThat(TYPIST.taken(body("readings.stream().map(Reading::va|)"), Candidate.Kind.METHOD, "value"))
                .contains("Reading::value|)");
    }

    @Test
    void aTypeThatIsNotImportedBringsItsImportToItsPlace() {
        assertThat(TYPIST.taken(body("File|"), Candidate.Kind.TYPE, "Files"))
                .startsWith("import java.nio.file.Files;\nimport java.util.stream.*;\n")
                .contains("Files|");
        assertThat(TYPIST.taken(body("new ArrayLi|"), Candidate.Kind.TYPE, "ArrayList"))
                .startsWith("import java.util.stream.*;\n\npublic")
                .contains("new ArrayList(|)");
    }

    @Test
    void typesOfAnotherPackageWithTheSameNameAreToldApart() {
        assertThat(TYPIST.offered(body("Timer|")))
                .filteredOn(one -> one.name().equals("Timer"))
                .extracting(Candidate::detail)
                .containsExactly("dev.signalbox.api", "java.util");
        assertThat(TYPIST.offered(body("Timer|")))
                .filteredOn(
                        one -> one.detail().equals("java.util") && one.name().equals("Timer"))
                .extracting(one -> one.insertion().text())
                .as("the service's own Timer has the short name")
                .containsExactly("java.util.Timer");
    }

    @Test
    void humpsAndPartsOfNamesAreFoundAfterBeginnings() {
        assertThat(TYPIST.names(body("sM|"))).startsWith("submitMessage");
        assertThat(TYPIST.names(body("this.essage|"))).contains("submitMessage");
        assertThat(TYPIST.names(body("message.ASD|"))).isEmpty();
        assertThat(TYPIST.names(body("message.body().asd|"))).containsExactly("asDouble");
    }

    @Test
    void aClassIsOfferedWhatItCanOverride() {
        String marked = "public class Pump extends CustomService {\n    public void proc|\n}\n";
        assertThat(TYPIST.taken(marked, Candidate.Kind.OVERRIDE, "process")).isEqualTo("""
                public class Pump extends CustomService {
                    @Override
                    public void process(Message message) throws Exception {
                        |
                    }
                }
                """);
        assertThat(TYPIST.names("public class Pump extends CustomService {\n    sta|\n\n    int x;\n}"))
                .contains("start", "static", "stateUpdate");
        assertThat(TYPIST.names(body("").replace("enum Mode", "proc|\n enum Mode")))
                .as("what is there already")
                .doesNotContain("process");
    }

    @Test
    void piecesOfCodeAreWrittenWithTheIndentOfTheirLine() {
        assertThat(TYPIST.taken(body("ev|"), Candidate.Kind.SNIPPET, "every"))
                .contains("        every(Duration.ofSeconds(|), () -> {\n            \n        });\n");
        assertThat(TYPIST.names(body("int x = fori|"))).doesNotContain("fori");
    }

    @Test
    void thisServicesPropertiesAreOfferedInTheTextThatNamesThem() {
        assertThat(TYPIST.names(body("property(\"|\")"))).containsExactly("limit", "pin-number");
        assertThat(TYPIST.names(body("double x = property(\"pin|"))).containsExactly("pin-number");
        assertThat(TYPIST.names(body("message.property(\"|\")"))).isEmpty();
        assertThat(TYPIST.names(body("submitAction(\"pu|\", \"go\", 1);"))).containsExactly("pump");
        assertThat(TYPIST.names(body("subscribe(\"|\", m -> {});"))).containsExactly("a/b", "pump");
    }

    @Test
    void packagesOfTheServiceAreOfferedAndNoOthers() throws Exception {
        Path jar = Path.of(org.jspecify.annotations.Nullable.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        String marked = "class Pump extends CustomService {\n    @NullMar|\n    int x;\n}";
        assertThat(TYPIST.offered(marked)).isEmpty();
        assertThat(TYPIST.offered(marked, List.of(jar)))
                .extracting(one -> one.insertion().imports())
                .containsExactly("org.jspecify.annotations.NullMarked");
        assertThat(TYPIST.offered(body("org.jspecify.annotations.Non|"), List.of(jar)))
                .extracting(Candidate::name)
                .containsExactly("NonNull");
        assertThat(TYPIST.offered(body("org.jsp|"), List.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "// mess|",
                "/* mess| */",
                "String s = \"mess|\";",
                "char c = '|';",
                "double x = 1.|",
                "int x = 12|"
            })
    void nothingIsOfferedInCommentsTextsAndNumbers(String written) {
        assertThat(TYPIST.offered(body(written))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "|",
                "}|",
                "{{{{((((|",
                "class|",
                "public class Pump {|",
                "|public class Pump {}",
                "public class Pump {}|",
                "\"\"\" |",
                "@|",
                "import |",
                ".|",
                "::|",
                "a.b.|c.d.(]}",
                "public class Pump { void a() { if (x ==| } } } }",
                "\u0000 \uD800|",
                "class Pump { int x = |; Foo<Bar<|> y; }",
            })
    void noTextIsTooBroken(String marked) {
        assertThat(TYPIST.offered(marked.replaceFirst("\\|(?=.*\\|)", ""))).isNotNull();
    }

    @Test
    void eachPlaceOfAServiceHasAnAnswer() {
        String text = body("emit(Map.of(\"a\", message.body().get(\"x\").asDouble()));");
        for (int place = 0; place <= text.length(); place += 3) {
            assertThat(TYPIST.offered(text.substring(0, place) + "|" + text.substring(place)))
                    .isNotNull();
            assertThat(TYPIST.offered(text.substring(0, place) + "|")).isNotNull();
        }
    }
}
