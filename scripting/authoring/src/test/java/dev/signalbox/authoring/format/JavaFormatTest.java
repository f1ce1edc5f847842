// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.authoring.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JavaFormatTest {
    @Test
    void fourBlanksALevel() {
        assertThat(JavaFormat.of("class A {\nint x=1;\n  void run( ){ x ++ ; }\n}\n"))
                .hasValue("""
                        class A {
                            int x = 1;

                            void run() {
                                x++;
                            }
                        }
                        """);
    }

    @Test
    void whatIsLaidOutStaysAsItIs() {
        String once = JavaFormat.of("class A{void a(){if(true){return;}}}").orElseThrow();

        assertThat(JavaFormat.of(once)).hasValue(once);
    }

    @Test
    void linesOfDocumentationStayWhereTheirAuthorEndedThem() {
        String text = "/**\n * One.\n * Two.\n */\nclass A {}\n";

        assertThat(JavaFormat.of(text)).hasValue(text);
    }

    @Test
    void todaysLanguageIsRead() {
        String text = "record A(int x) {\n    static int of(Object o) {\n"
                + "        return switch (o) {\n            case A(int _) -> 1;\n            default -> 0;\n        };\n    }\n}\n";

        assertThat(JavaFormat.of(text)).hasValue(text);
    }

    @Test
    void whatCannotBeReadIsNotTouched() {
        assertThat(JavaFormat.of("class A { void run( { }")).isEmpty();
    }
}
