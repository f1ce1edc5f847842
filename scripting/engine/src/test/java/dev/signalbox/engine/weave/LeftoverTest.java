// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.engine.weave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.testing.process.Await;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LeftoverTest {
    private static final Duration LONG = Duration.ofSeconds(90);

    @TempDir
    Path folder;

    static Stream<Arguments> opened() {
        return Stream.of(
                opened("new FileInputStream(FILE)", "java.io.FileInputStream"),
                opened("new FileOutputStream(FILE)", "java.io.FileOutputStream"),
                opened("new RandomAccessFile(FILE, \"rw\")", "java.io.RandomAccessFile"),
                opened("new FileReader(FILE)", "java.io.FileReader"),
                opened("new FileWriter(FILE)", "java.io.FileWriter"),
                opened("new java.util.zip.ZipFile(ZIP)", "java.util.zip.ZipFile"),
                opened("Files.newInputStream(PATH)", "sun.nio.ch.ChannelInputStream"),
                opened("Files.newByteChannel(PATH)", "sun.nio.ch.FileChannelImpl"),
                opened("Files.newBufferedReader(PATH)", "java.io.BufferedReader"),
                opened("Files.newBufferedWriter(PATH)", "java.io.BufferedWriter"),
                opened("Files.lines(PATH)", "java.util.stream.ReferencePipeline$Head"),
                opened("Files.list(PATH.getParent())", "java.util.stream.ReferencePipeline$Head"),
                opened("Files.walk(PATH.getParent())", "java.util.stream.ReferencePipeline$3"),
                opened("FileChannel.open(PATH)", "sun.nio.ch.FileChannelImpl"),
                opened("new ServerSocket(0)", "java.net.ServerSocket"),
                opened("new Socket()", "java.net.Socket"),
                opened("new DatagramSocket()", "java.net.DatagramSocket"),
                opened("SocketChannel.open()", "sun.nio.ch.SocketChannelImpl"),
                opened("Selector.open()", "sun.nio.ch.EPollSelectorImpl"),
                opened("Executors.newCachedThreadPool()", "java.util.concurrent.ThreadPoolExecutor"),
                opened(
                        "Executors.newSingleThreadScheduledExecutor()",
                        "java.util.concurrent.Executors$DelegatedScheduledExecutorService"),
                opened("new ForkJoinPool(1)", "java.util.concurrent.ForkJoinPool"));
    }

    private static Arguments opened(String expression, String type) {
        return Arguments.of(expression, type);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("opened")
    void whatIsLeftOpenIsNamedAndClosed(String expression, String type) throws Exception {
        try (var service = service(expression, "")) {
            assertThat(service.end()).isNull();
            List<Leftover> left = service.tether().leftovers();
            assertThat(left).singleElement().satisfies(one -> {
                assertThat(one.type()).isEqualTo(type);
                assertThat(one.place()).isEqualTo("Bad.java:2");
                assertThat(one.close()).isTrue();
            });
            assertThat(service.tether().leftovers()).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("opened")
    void whatWasClosedIsNotNamed(String expression, String type) throws Exception {
        try (var service = service(expression, "held.close();")) {
            assertThat(service.end()).isNull();
            assertThat(service.tether().leftovers()).isEmpty();
        }
    }

    private Offender service(String expression, String then) throws Exception {
        Path file = Files.writeString(folder.resolve("file.txt"), "some text\n");
        Path zip = folder.resolve("some.zip");
        try (var out = new java.util.zip.ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new java.util.zip.ZipEntry("one"));
        }
        String members = """
                AutoCloseable kept; public void start() throws Exception { var held = %s; kept = held; %s }
                static final Path PATH = Path.of("%s"); static final String FILE = PATH.toString(), ZIP = "%s";
                """.formatted(expression, then, file, zip);
        String imports = "import java.io.*;import java.net.*;import java.nio.file.*;import java.nio.channels.*;";
        return Offender.started(imports, members);
    }

    @Test
    void aProcessIsNamedAndEnded() throws Exception {
        String members =
                "Process p; public void start() throws Exception { p = new ProcessBuilder(\"sleep\", \"600\").start(); }";
        try (var service = Offender.started(members)) {
            assertThat(service.end()).isNull();
            assertThat(service.tether().leftovers())
                    .singleElement()
                    .satisfies(one -> assertThat(one.close()).isTrue());
        }
    }

    static Stream<String> threads() {
        return Stream.of(
                "new Thread(() -> { while (true) {} }).start();",
                "Function<Runnable, Thread> made = Thread::new; made.apply(() -> { while (true) {} }).start();",
                "new Thread() { public void run() { while (true) {} } }.start();",
                "Thread.ofPlatform().name(\"own\").start(() -> { while (true) {} });",
                "Thread.ofPlatform().factory().newThread(() -> { while (true) {} }).start();",
                "Thread.ofVirtual().start(() -> { while (true) { Thread.yield(); } });",
                "Thread.startVirtualThread(() -> { while (true) { Thread.yield(); } });",
                "new Thread(() -> { while (true) try { Thread.sleep(99_999); } catch (Throwable any) {} }).start();",
                "Executors.newFixedThreadPool(1).submit(() -> { while (true) {} });",
                "Executors.newVirtualThreadPerTaskExecutor().submit(() -> { while (true) { Thread.yield(); } });",
                "new java.util.Timer().schedule(new TimerTask() { public void run() { while (true) {} } }, 0);");
    }

    @ParameterizedTest
    @MethodSource("threads")
    void aThreadOfItsOwnIsNamedAndStopped(String starts) throws Exception {
        try (var service = Offender.started("public void start() { " + starts + " }")) {
            assertThat(service.end()).isNull();
            assertThat(service.tether().leftovers())
                    .isNotEmpty()
                    .allSatisfy(one -> assertThat(one.place()).isEqualTo("Bad.java:2"));
            service.tether().stop("enough");
            Await.until(
                    "its threads end",
                    LONG,
                    () -> service.tether().leftovers().stream()
                            .noneMatch(one -> !one.type().contains("Timer")));
        }
    }

    @Test
    void whatTheAuthorOverridesHindersNoStop() throws Exception {
        String members = """
                static class Deaf extends Thread {
                    public void run() { while (true) {} }
                    public void interrupt() { while (true) {} }
                }
                static class Pool extends ThreadPoolExecutor {
                    Pool() { super(1, 1, 1, TimeUnit.DAYS, new LinkedBlockingQueue<>()); }
                    public boolean isTerminated() { while (true) {} }
                    protected void terminated() { while (true) {} }
                }
                public void start() {
                    new Deaf().start();
                    new Pool();
                    new Thread(() -> { while (true) try { Thread.sleep(99_999); } catch (Exception any) {} }).start();
                }""";
        try (var service = Offender.started(members)) {
            assertThat(service.end()).isNull();
            service.tether().stop("enough");
            Await.until(
                    "its threads end",
                    LONG,
                    () -> service.tether().leftovers().stream()
                            .allMatch(one -> one.type().equals("Bad$Pool")));
        }
    }

    @Test
    void aServiceThatOpensAndClosesAllDayIsNotWrittenDownForEver() throws Exception {
        String members = """
                public void start() throws Exception {
                    for (int i = 0; i < 10_000; i++) new java.io.FileInputStream("/dev/null").close();
                }""";
        try (var service = Offender.started(members)) {
            assertThat(service.end()).isNull();
            assertThat(service.tether().belongings().size()).isLessThan(100);
        }
    }

    @Test
    void aReaderThatWaitsCountsAsOpenAndIsAskedInVainNoLongerThanASecond() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        String members = """
                public void start() throws Exception {
                    var in = new java.io.FileReader("%s");
                    in.read();
                }""".formatted(pipe);
        try (var service = Offender.started(members);
                var held = new java.io.RandomAccessFile(pipe.toFile(), "rw")) {
            service.at("Bad.java:4");
            assertThat(service.tether().leftovers()).hasSize(1);
            held.write('x');
            assertThat(service.end()).isNull();
        }
    }
}
