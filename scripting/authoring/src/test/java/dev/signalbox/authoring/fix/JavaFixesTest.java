// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.authoring.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.authoring.check.JavaChecker;
import dev.signalbox.authoring.check.Mark;
import dev.signalbox.authoring.model.Source;
import dev.signalbox.authoring.model.SourceModel;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What was mended is compiled again, and what was complained about is gone.
class JavaFixesTest {
    private static final JavaChecker CHECKER = JavaChecker.create();
    private static final SourceModel MODEL = new SourceModel();
    private static final JavaFixes FIXES = new JavaFixes(MODEL);

    @AfterAll
    static void close() {
        CHECKER.close();
        MODEL.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            Object x = Files.class;                          ~ Import java.nio.file.Files
            Object x = new AtomicInteger(1);                 ~ Import java.util.concurrent.atomic.AtomicInteger
            submitMessge(1);                                 ~ Change to submitMessage
            debug(mesage.id());                              ~ Change to message
            debug(message.boddy().asText());                 ~ Change to body
            Sting s = "a"; debug(s);                         ~ Change to String
            int x = 1                                        ~ Insert ;
            debug("a";                                       ~ Insert )
            Thread.sleep(1);                                 ~ Declare that it throws InterruptedException
            Thread.sleep(1);                                 ~ Surround with try and catch
            every(Duration.ofDays(1), () -> { Thread.sleep(1); });  ~ Surround with try and catch
            var m = Class.forName("A"); debug(m.getName());  ~ Surround with try and catch
            int x = 1.5; debug("" + x);                      ~ Cast to int
            int x = 1.5 * 2; debug("" + x);                  ~ Cast to int
            int x = 1.5; debug("" + x);                      ~ Make the variable a double
            int x = "a"; debug("" + x);                      ~ Make the variable a String
            Object o = "a"; String s = o; debug(s);          ~ Cast to String
            Runnable r = new Runnable() { }; r.run();        ~ Add the missing method
            """)
    void whatIsMarkedInAMethodIsMended(String body, String title) {
        String text =
                "public class Pump extends CustomService {\n    @Override\n    public void process(Message message) {\n        "
                        + body + "\n    }\n}\n";
        assertThat(errors(mended(text, body, title))).isEmpty();
    }

    @Test
    void aClassGetsAllTheMethodsItLacks() {
        String text =
                "public class Pump extends CustomService {\n    class Both implements Comparator<String>, Runnable {}\n}\n";
        String mended = mended(text, "class Both", "Add the 2 missing methods");
        assertThat(errors(mended)).isEmpty();
        assertThat(mended).contains("""
                    class Both implements Comparator<String>, Runnable {
                        @Override
                        public int compare(String arg0, String arg1) {
                            return 0;
                        }
                """);
    }

    @Test
    void anImportThatLeadsNowhereGoes() {
        String text = "import org.nowhere.Thing;\npublic class Pump extends CustomService {}\n";
        assertThat(errors(mended(text, "Thing", "Remove this import"))).isEmpty();
    }

    @Test
    void anImportThatNothingUsesGoes() {
        String text =
                "import java.nio.file.Files;\nimport java.nio.file.Path;\nclass Pump extends CustomService { Path p; }\n";
        assertThat(mended(text, "Files", "Remove the unused import")).startsWith("import java.nio.file.Path;\n");
        assertThat(titles(text, "Path;")).isEmpty();
    }

    @Test
    void severalTypesOfANameAreAChoice() {
        String text = "public class Pump extends CustomService {\n    Array a;\n}\n";
        assertThat(titles(text, "Array")).contains("Import java.lang.reflect.Array", "Import java.sql.Array");
    }

    @Test
    void aLineWithoutMarksHasNothingToMend() {
        String text = "public class Pump extends CustomService {\n    int x = ;\n    int y;\n}\n";
        assertThat(titles(text, "int y")).isEmpty();
        assertThat(FIXES.at(new Source("Pump.java", "", List.of()), 9, List.of()))
                .isEmpty();
    }

    private static List<String> titles(String text, String at) {
        return fixes(text, at).stream().map(Fix::title).toList();
    }

    private static List<Fix> fixes(String text, String at) {
        List<Mark> marks = CHECKER.check("Pump.java", text);
        return FIXES.at(new Source("Pump.java", text, List.of()), text.indexOf(at), marks);
    }

    private static String mended(String text, String at, String title) {
        List<Fix> fixes = fixes(text, at);
        return fixes.stream()
                .filter(fix -> fix.title().equals(title))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        title + " is not among " + titles(text, at) + " for " + CHECKER.check("Pump.java", text)))
                .in(text);
    }

    private static List<Mark> errors(String text) {
        return CHECKER.check("Pump.java", text).stream()
                .filter(mark -> mark.severity() == dev.signalbox.authoring.check.Severity.ERROR)
                .toList();
    }
}
