// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.benchmarks.weave;

import dev.signalbox.engine.compile.Compilation;
import dev.signalbox.engine.compile.ServiceCompiler;
import dev.signalbox.engine.load.LoadedService;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongUnaryOperator;

/// The ways to ask at a loop's turn whether it may go on. All but `WOVEN` are written into the source by hand and
/// loaded
/// as they were compiled.
enum Variant {
    PLAIN("as written", ""),
    WOVEN("woven", ""),
    VOLATILE("a volatile field", "if (ended) throw new Error();"),
    SELDOM("a field every 1,024 turns", "if ((++turn & 1023) == 0 && (boolean) ENDED.getOpaque()) throw new Error();");

    private static final String SOURCE = """
            public class Loops extends CustomService implements Function<String, LongUnaryOperator> {
                static volatile boolean ended;
                static boolean quietly;
                static final java.lang.invoke.VarHandle ENDED;
                static {
                    try {
                        var lookup = java.lang.invoke.MethodHandles.lookup();
                        ENDED = lookup.findStaticVarHandle(Loops.class, "quietly", boolean.class);
                    } catch (ReflectiveOperationException impossible) {
                        throw new Error(impossible);
                    }
                }
                static final int[] ARRAY = new int[4096];
                static { for (int i = 0; i < ARRAY.length; i++) ARRAY[i] = i * 31; }

                static long counted(int n) {
                    int turn = 0; long x = 1;
                    for (int i = 0; i < n; i++) { ASK x += x >>> 3 ^ i; }
                    return x + turn / 4096;
                }
                static long sum(int n) {
                    int turn = 0; int x = 1;
                    for (int i = 0; i < n; i++) { ASK x += i * 7 ^ i; }
                    return x + turn / 4096;
                }
                static long byLong(long n) {
                    int turn = 0; long x = 1;
                    for (long i = 0; i < n; i++) { ASK x += x >>> 3 ^ i; }
                    return x + turn / 4096;
                }
                static long array(long n) {
                    int turn = 0; int x = 0;
                    for (long round = 0; round < n / 4096; round++) {
                        ASK
                        int i = 0;
                        while (i < ARRAY.length) { ASK x += ARRAY[i++]; }
                    }
                    return x + turn / 4096;
                }
                static long nested(long n) {
                    int turn = 0; double x = 1;
                    for (int i = 0; i < n / 64; i++) { ASK for (int j = 0; j < 64; j++) { ASK x = x * 0.999 + i * j; } }
                    return (long) x + turn / 4096;
                }
                static long mixed(long n) {
                    int turn = 0; long x = n;
                    while (n-- > 0) { ASK x = (x & 1) == 0 ? x / 2 : 3 * x + 1; if (x < 2) x = n | 1; }
                    return x + turn / 4096;
                }
                public LongUnaryOperator apply(String kind) {
                    return switch (kind) {
                        case "int counted" -> n -> counted((int) n);
                        case "int sum" -> n -> sum((int) n);
                        case "long" -> n -> byLong(n);
                        case "while over array" -> n -> array(n);
                        case "nested" -> n -> nested(n);
                        default -> n -> mixed(n);
                    };
                }
            }
            """;

    private final String spoken;
    private final String ask;

    Variant(String spoken, String ask) {
        this.spoken = spoken;
        this.ask = ask;
    }

    String spoken() {
        return spoken;
    }

    /// The service's loops, by kind.
    @SuppressWarnings("unchecked")
    Function<String, LongUnaryOperator> loops(ServiceCompiler compiler) throws ReflectiveOperationException {
        Compilation compilation = compiler.compile("Loops.java", SOURCE.replace("ASK", ask));
        if (!compilation.succeeded()) {
            throw new IllegalStateException(compilation.diagnostics().toString());
        }
        Object service = this == WOVEN
                ? LoadedService.load(compilation).newInstance()
                : new AsCompiled(compilation.classes())
                        .loadClass("Loops")
                        .getConstructor()
                        .newInstance();
        return (Function<String, LongUnaryOperator>) service;
    }

    private static final class AsCompiled extends ClassLoader {
        private final Map<String, byte[]> classes;

        AsCompiled(Map<String, byte[]> classes) {
            super(Variant.class.getClassLoader());
            this.classes = classes;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = classes.get(name);
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
        }
    }
}
