// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.engine.weave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.engine.compile.Compilation;
import dev.signalbox.engine.load.LoadedService;
import java.util.Map;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class SameAnswerTest {
    /// More of them, and others, with -Dsignalbox.weave.sources=1000 -Dsignalbox.weave.seed=7.
    private static final int SOURCES = Integer.getInteger("signalbox.weave.sources", 100);

    private static final long SEED = Long.getLong("signalbox.weave.seed", 20_261_122);

    @Test
    void wovenServicesComputeWhatTheyComputedBefore() throws Exception {
        var sources = new Sources(RandomGeneratorFactory.getDefault().create(SEED));
        int compared = 0;
        for (int i = 0; i < SOURCES; i++) {
            String source = sources.next();
            Compilation compilation = Offender.COMPILER.compile("Made.java", source);
            assertThat(compilation.succeeded())
                    .as("%s%n%s", source, compilation.diagnostics())
                    .isTrue();
            Object plain = answer(new Plain(compilation.classes()).loadClass("Made"));
            var loaded = LoadedService.load(compilation);
            Class<?> woven = loaded.newInstance().getClass();
            verifyAll(compilation, woven.getClassLoader());
            assertThat(answer(woven)).as(source).isEqualTo(plain);
            assertThat(loaded.tether().leftovers()).isEmpty();
            compared++;
        }
        assertThat(compared).isEqualTo(SOURCES);
    }

    private static void verifyAll(Compilation compilation, ClassLoader loader) throws Exception {
        for (String name : compilation.classes().keySet()) {
            assertThat(Class.forName(name, true, loader).getClassLoader()).isSameAs(loader);
        }
    }

    private static Object answer(Class<?> type) throws Exception {
        return type.getMethod("answer").invoke(type.getConstructor().newInstance());
    }

    /// Shows the same classes as they were compiled.
    private static final class Plain extends ClassLoader {
        private final Map<String, byte[]> classes;

        Plain(Map<String, byte[]> classes) {
            super(SameAnswerTest.class.getClassLoader());
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
