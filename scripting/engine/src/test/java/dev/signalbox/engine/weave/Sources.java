// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.engine.weave;

import java.util.List;
import java.util.random.RandomGenerator;

/// Writes sources of services at random: each computes a number from all the kinds of code a class file can hold.
final class Sources {
    private static final int DEEPEST = 3;

    private final RandomGenerator random;
    private int names;

    Sources(RandomGenerator random) {
        this.random = random;
    }

    /// A service whose `answer()` is a number that depends on all it did. It opens files, and closes them.
    String next() {
        return """
                public class Made extends CustomService {
                    record Pair<T extends Comparable<T>>(T a, long b) {
                        Pair { if (b == 7) b = 8; }
                        long sum() { long s = b; for (char c : a.toString().toCharArray()) s = s * 31 + c; return s; }
                    }
                    enum Kind { ONE, TWO { long of(long x) { while (x > 100) x /= 3; return x; } }, THREE;
                        long of(long x) { return x + ordinal(); } }
                    sealed interface Form permits Round, Square {}
                    record Round(int r) implements Form {}
                    record Square(int a, int b) implements Form {}
                    static class Trouble extends RuntimeException { Trouble(String m) { super(m); } }
                    class Inner { long v; Inner(long v) { this.v = v; } long twice() { return v * 2 + field; } }
                    long field = 1;
                    final Object lock = new Object();
                    static <T> T same(T t) { return t; }
                    static int deep(int n) { return n <= 0 ? 1 : deep(n - 1) + n; }
                    public long answer() throws Exception {
                        long x = 1; int k = 3; String text = "t"; var list = new ArrayList<Long>();
                        %s
                        for (long one : list) x = x * 17 + one;
                        return x + field + text.hashCode() + k;
                    }
                }
                """.formatted(block(0));
    }

    private String block(int depth) {
        var block = new StringBuilder("{");
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            block.append(depth < DEEPEST && random.nextInt(3) > 0 ? nested(depth + 1) : plain())
                    .append('\n');
        }
        return block.append('}').toString();
    }

    private String plain() {
        return pick(List.of(
                "x = x * 31 + k;",
                "k = (int) (x % 13) + deep(3);",
                "list.add(x ^ k);",
                "field += new Inner(x).twice();",
                "text = same(text + k); if (text.length() > 40) text = text.substring(20);",
                "x += new Pair<>(text, x % 9).sum();",
                "x += Kind.values()[Math.floorMod(k, 3)].of(x);",
                "x += switch (Math.floorMod(k, 4)) { case 0 -> 5; case 1 -> { int s = 0; for (int i = 0; i < 4; i++) s += i;"
                        + " yield s; } default -> k; };",
                "x += (k > 3 ? Math.max(k, switch (text) { case \"t\" -> { while (k > 3) k--; yield 2; } default -> 1; })"
                        + " : 4);",
                "x += ((Function<Form, Integer>) f -> switch (f) { case Round(int r) when r > 5 -> r; case Round r -> 1;"
                        + " case Square(var a, var b) -> a * b; }).apply(k % 2 == 0 ? new Round(k) : new Square(k, 2));",
                "try (var in = new java.io.FileInputStream(\"/dev/zero\")) { x += in.read() + 1; }",
                "x += java.util.stream.LongStream.range(0, 5).map(v -> v * v).sum();",
                "x += list.stream().map(Long::intValue).filter(h -> h > 0).count();",
                "{ Supplier<Thread> made = Thread::new; x += made.get().isAlive() ? 1 : 2; }",
                "{ double d = 0; float g = 1; do { d += g; g *= 1.5f; } while (d < 10); x += (long) d; }"));
    }

    private String nested(int depth) {
        String i = "i" + ++names;
        String inner = block(depth);
        return pick(List.of(
                        "for (int I = 0; I < 3; I++) B",
                        "int I = 4; while (I-- > 0) B",
                        "int I = 0; do B while (++I < 3);",
                        "for (long I : new long[] {1, 2, 3}) { x += I; B }",
                        "for (var I : List.of(\"a\", \"b\")) { text += I; B }",
                        "L: for (int I = 0; I < 4; I++) { for (int J = 0; J < 4; J++) { if (J == 2) continue L; if (I == 3) break L;"
                                + " x += J; } B }",
                        "if (x % 2 == 0) B else { x++; }",
                        "switch (Math.floorMod(k, 3)) { case 0: B case 1: x++; break; default: x--; }",
                        "try B finally { x++; }",
                        "try { if (x % 3 == 0) throw new Trouble(\"t\"); B } catch (Trouble I) { x += I.getMessage().length(); }",
                        "try { Object I = x % 2 == 0 ? null : text; I.hashCode(); B } catch (NullPointerException | Trouble I2) { k++; }"
                                + " finally { x ^= k; }",
                        "for (int I = 0; I < 3; I++) try { if (I == 1) continue; B } finally { field++; }",
                        "for (int I = 0; I < 3; I++) { try { throw new Error(\"e\"); } catch (Throwable J) { x++; if (I == 1) break; } }",
                        "synchronized (lock) B",
                        "synchronized (this) { for (int I = 0; I < 2; I++) { synchronized (lock) B } }",
                        "{ long[] I = {x}; Runnable J = () -> { for (int n = 0; n < 3; n++) I[0] += n; }; J.run(); x = I[0]; B }",
                        "{ final long I = x; x += new Object() { long go() { long s = I; while (s > 50) s /= 2; return s; } }.go(); B }",
                        "{ class C { long v = 3; long go() { for (int n = 0; n < 4; n++) v *= n + 1; return v; } }"
                                + " var I = new C(); x += I.go(); B }")
                .stream()
                .map(form -> form.replace("B", inner)
                        .replace("I2", i + "x")
                        .replaceAll("\\bI\\b", i)
                        .replaceAll("\\bJ\\b", "j" + i)
                        .replaceAll("\\bL\\b", "l" + i)
                        .replaceAll("\\bC\\b", "C" + i))
                .toList());
    }

    private <T> T pick(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
