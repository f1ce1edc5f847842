// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FoldsTest {
    private final SourceHelp help = SourceHelp.create();

    @AfterEach
    void close() {
        help.close();
    }

    @Test
    void importsCommentsAndBodiesOfJavaAreFolds() {
        assertThat(folds("A.java", """
                import java.util.List;
                import java.util.Map;

                /* It is
                   long. */
                class A {
                    /// One.
                    /// Two.
                    void a() {
                        b(1,
                            2);
                    }

                    void b() {}
                }
                """))
                .containsExactly(
                        new Fold(1, 2),
                        new Fold(4, 5),
                        new Fold(6, 14),
                        new Fold(7, 8),
                        new Fold(9, 11),
                        new Fold(10, 11));
    }

    @Test
    void bracketsInStringsAndCommentsAreNone() {
        assertThat(folds("A.java", """
                class A {
                    String a = "{"; // {
                    String b = \"""
                        { one
                        \""";
                    int c;
                }
                """)).containsExactly(new Fold(1, 6));
    }

    @Test
    void aTextThatIsHalfWrittenHasTheFoldsThatAreWhole() {
        assertThat(folds("A.java", "}\n)\nclass A {\n  void a() {\n    b();\n  }\n"))
                .containsExactly(new Fold(4, 5));
        assertThat(folds("A.java", "")).isEmpty();
        assertThat(folds("A.java", "/* never\nends")).containsExactly(new Fold(1, 2));
    }

    @Test
    void whatStandsFurtherInIsAFoldOfPython() {
        assertThat(folds("a.py", """
                class A:
                    def a(self):
                        '''Says
                what it is.'''
                        if self.x:

                            return 1
                        return 2

                    def b(self): pass


                x = 1
                """)).containsExactly(new Fold(1, 10), new Fold(2, 8), new Fold(3, 4), new Fold(5, 7));
    }

    @Test
    void objectsAndListsOfJsonAreFolds() {
        try (var json = new JsonHelp(false)) {
            String text = "{\n  \"a\": [\n    1,\n    2\n  ],\n  \"b\": {}\n}\n";
            assertThat(json.folds("a.json", text, json.highlight("a.json", text)))
                    .containsExactly(new Fold(1, 6), new Fold(2, 4));
        }
    }

    private List<Fold> folds(String fileName, String text) {
        return help.folds(fileName, text, help.highlight(fileName, text));
    }
}
