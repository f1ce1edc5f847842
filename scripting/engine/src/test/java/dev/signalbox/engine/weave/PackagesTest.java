// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.engine.weave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.engine.compile.Compilation;
import dev.signalbox.engine.load.LoadedService;
import dev.signalbox.testing.packages.SampleJar;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a service brings along is its own: nobody else sees it, and it is held as the service is.
class PackagesTest {
    @TempDir
    Path folder;

    private static LoadedService load(String members, Path... packages) {
        Compilation compilation = Offender.COMPILER.compile(
                "Made.java",
                "import org.example.*;\npublic class Made extends CustomService {\n" + members + "\n}",
                List.of(packages));
        assertThat(compilation.diagnostics()).isEmpty();
        return LoadedService.load(compilation, List.of(packages));
    }

    private Path tool(String file, String body) throws IOException {
        return new SampleJar()
                .with("org.example.Tool", "package org.example; public class Tool {" + body + "}")
                .write(folder.resolve(file));
    }

    @Test
    void twoServicesHaveDifferentVersionsOfOnePackage() throws Exception {
        String members = "public String toString() { return Tool.version(); }";
        Path one = tool("tool-1.jar", "public static String version() { return \"one\"; }");
        Path two = tool("tool-2.jar", "public static String version() { return \"two\"; }");
        try (var first = load(members, one);
                var second = load(members, two);
                var again = load(members, one)) {
            assertThat(first.newInstance()).hasToString("one");
            assertThat(second.newInstance()).hasToString("two");
            assertThat(again.newInstance()).hasToString("one");
        }
    }

    @Test
    void aServiceWithoutThePackageDoesNotCompile() {
        Compilation compilation = Offender.COMPILER.compile(
                "Made.java", "public class Made extends CustomService { org.example.Tool tool; }", List.of());
        assertThat(compilation.succeeded()).isFalse();
    }

    @Test
    void resourcesAndProvidersAreFoundAlsoWhenAnotherServiceHasClosedTheSameJar() throws Exception {
        Path jar = new SampleJar()
                .with("org.example.Tool", "package org.example; public interface Tool { String name(); }")
                .with(
                        "org.example.Hammer",
                        "package org.example; public class Hammer implements Tool { public String name() {"
                                + " try (var in = Hammer.class.getResourceAsStream(\"a name.txt\")) {"
                                + " return new String(in.readAllBytes()); }"
                                + " catch (java.io.IOException e) { return e.toString(); } } }")
                .file("org/example/a name.txt", "hammer".getBytes(StandardCharsets.UTF_8))
                .file("META-INF/services/org.example.Tool", "org.example.Hammer".getBytes(StandardCharsets.UTF_8))
                .write(folder.resolve("tools.jar"));
        String members = """
                public String toString() {
                    try {
                        var own = Tool.class.getClassLoader();
                        String read = new String(own.getResource("org/example/a name.txt").openStream().readAllBytes());
                        return java.util.ServiceLoader.load(Tool.class, own).iterator().next().name() + " " + read;
                    } catch (java.io.IOException e) { return e.toString(); }
                }""";
        LoadedService other = load(members, jar);
        assertThat(other.newInstance()).hasToString("hammer hammer");
        LoadedService stays = load(members, jar);
        other.close();
        assertThat(stays.newInstance()).hasToString("hammer hammer");
        stays.close();
    }

    @Test
    void aLoopInAPackageIsStopped() throws Exception {
        Path jar = tool("tool.jar", "public static volatile long x; public static void spin() { while (true) x++; }");
        try (var loaded = load("public void start() { Tool.spin(); }", jar)) {
            var service = loaded.newInstance();
            var end = CompletableFuture.runAsync(() -> {
                try {
                    service.start();
                } catch (Exception thrown) {
                    throw new IllegalStateException(thrown);
                }
            });
            loaded.tether().stop("enough");
            assertThatThrownBy(() -> end.get(60, TimeUnit.SECONDS)).hasCauseInstanceOf(ServiceStopped.class);
        }
    }

    @Test
    void aPackageCannotEndTheNodeAndItsHookIsLeftOut() throws Exception {
        Path jar = tool("tool.jar", """
                public static void exit() { System.exit(3); }
                public static boolean hook() {
                    java.util.function.Consumer<Thread> adding = Runtime.getRuntime()::addShutdownHook;
                    var thread = new Thread(() -> {});
                    Runtime.getRuntime().addShutdownHook(thread);
                    adding.accept(thread);
                    return Runtime.getRuntime().removeShutdownHook(thread);
                }""");
        String members = """
                public void start() { Tool.exit(); }
                public String toString() { return "there was a hook: " + Tool.hook(); }
                """;
        try (var loaded = load(members, jar)) {
            var service = loaded.newInstance();
            assertThatThrownBy(service::start).isInstanceOf(CallRefused.class);
            assertThat(service).hasToString("there was a hook: false");
        }
    }

    @Test
    void aPackageDoesNotReplaceTheScriptingApiNorSeeTheEngine() throws Exception {
        byte[] other = Files.readAllBytes(tool("tool.jar", "public static int x;"));
        Path jar = new SampleJar()
                .with("org.example.Tool", """
                        package org.example;
                        public class Tool {
                            public static String seen() {
                                try {
                                    return Class.forName("dev.signalbox.engine.load.LoadedService").getName();
                                } catch (ClassNotFoundException none) {
                                    return "nothing";
                                }
                            }
                        }""")
                .file("dev/signalbox/api/CustomService.class", other)
                .file("dev/signalbox/engine/load/LoadedService.class", other)
                .write(folder.resolve("evil.jar"));
        try (var loaded = load("public String toString() { return Tool.seen(); }", jar)) {
            assertThat(loaded.newInstance()).hasToString("nothing");
        }
    }

    @Test
    void aClassThatRefersToWhatIsNotThereWorksAsFarAsItCan() throws Exception {
        Path optional = new SampleJar()
                .with("org.example.opt.Base", "package org.example.opt; public class Base {}")
                .with("org.example.opt.Left", "package org.example.opt; public class Left extends Base {}")
                .with("org.example.opt.Right", "package org.example.opt; public class Right extends Base {}")
                .write(folder.resolve("optional.jar"));
        Path jar = new SampleJar().needs(optional).with("org.example.Tool", """
                        package org.example;
                        import org.example.opt.*;
                        public class Tool {
                            public static Object pick(boolean left) {
                                Object o;
                                if (left) o = new Left(); else o = new Right();
                                return o;
                            }
                            public static String name() { return "tool"; }
                        }""").write(folder.resolve("tool.jar"));
        try (var loaded = load("public String toString() { return Tool.name(); }", jar)) {
            assertThat(loaded.newInstance()).hasToString("tool");
        }
    }

    @Test
    void aJarThatIsNoneIsSaid() throws IOException {
        Path jar = Files.writeString(folder.resolve("none.jar"), "no jar");
        var compilation = Offender.COMPILER.compile("Made.java", "public class Made extends CustomService {}");
        assertThatThrownBy(() -> LoadedService.load(compilation, List.of(jar)))
                .hasMessageContaining("cannot be loaded");
    }

    @Test
    void closingLetsGoOfTheJar() throws Exception {
        Path jar = tool("tool.jar", "public static int x = 1;");
        var loaded = load("public String toString() { return \"\" + Tool.x; }", jar);
        assertThat(loaded.newInstance()).hasToString("1");
        loaded.close();
        assertThat(openFiles()).noneMatch(file -> file.endsWith("tool.jar"));
    }

    private static List<String> openFiles() throws IOException {
        try (var handles = Files.list(Path.of("/proc/self/fd"))) {
            return handles.map(PackagesTest::target).toList();
        }
    }

    private static String target(Path handle) {
        try {
            return Objects.toString(Files.readSymbolicLink(handle));
        } catch (IOException gone) {
            return "";
        }
    }
}
