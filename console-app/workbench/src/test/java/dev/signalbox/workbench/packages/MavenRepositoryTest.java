// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.signalbox.operator.service.AskedPackage;
import dev.signalbox.protocol.release.Language;
import dev.signalbox.testing.packages.MavenFolder;
import dev.signalbox.testing.packages.SampleJar;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Java packages from a repository that is reached over a line.
class MavenRepositoryTest {
    @TempDir
    Path folder;

    private final Queue<String> requests = new ConcurrentLinkedQueue<>();
    private MavenFolder maven;
    private HttpServer server;
    private MavenPackages packages;

    @BeforeEach
    void start() throws IOException {
        maven = new MavenFolder(Files.createDirectories(folder.resolve("maven")));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::serve);
        server.start();
        packages = from(address());
    }

    @AfterEach
    void end() {
        packages.close();
        server.stop(0);
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/maven2";
    }

    private MavenPackages from(String where) {
        return new MavenPackages(where, folder.resolve("cache"));
    }

    private void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        requests.add(path);
        Path file = maven.path().resolve(path.replaceFirst("^/maven2/", ""));
        try (exchange) {
            if (path.startsWith("/maven2/moved/")) {
                exchange.getResponseHeaders().add("Location", "http://packages.example" + path);
                exchange.sendResponseHeaders(302, -1);
            } else if (Files.isRegularFile(file)) {
                byte[] content = Files.readAllBytes(file);
                exchange.sendResponseHeaders(200, content.length);
                exchange.getResponseBody().write(content);
            } else {
                exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    /// A jar with its description, both with a checksum.
    private void has(String artifact, String elements) throws Exception {
        Path jar = maven.add(artifact, "1.0", new SampleJar().file(artifact + ".txt", new byte[] {1}));
        state("SHA-1", ".sha1", jar);
        state("SHA-1", ".sha1", maven.describe(artifact, "1.0", elements));
    }

    private static void state(String algorithm, String ending, Path file) throws Exception {
        byte[] sum = MessageDigest.getInstance(algorithm).digest(Files.readAllBytes(file));
        Files.writeString(
                file.resolveSibling(file.getFileName() + ending), HexFormat.of().formatHex(sum));
    }

    private List<String> found(String asked) {
        return packages.resolve(AskedPackage.parseAll(Language.JAVA, List.of(asked))).stream()
                .map(one -> one.locked().coordinates())
                .toList();
    }

    @Test
    void whatCameOnceIsNotAskedForAgainAlsoWithoutTheRepository() throws Exception {
        has("tool", MavenFolder.needs("org.example:base:1.0"));
        has("base", "");
        assertThat(found("org.example:tool:1.0")).containsExactly("org.example:tool:1.0", "org.example:base:1.0");
        server.stop(0);
        packages.close();
        requests.clear();
        packages = from(address());
        assertThat(found("org.example:tool:1.0")).containsExactly("org.example:tool:1.0", "org.example:base:1.0");
        assertThat(requests).isEmpty();
    }

    @Test
    void aRepositoryThatStatesNoChecksumIsNotBelieved() throws Exception {
        has("tool", "");
        Path sum = maven.file("tool", "1.0").resolveSibling("tool-1.0.jar.sha1");
        Files.delete(sum);
        assertThatThrownBy(() -> found("org.example:tool:1.0"))
                .hasMessageContaining("org.example:tool:1.0 came from " + address())
                .hasMessageContaining("no checksum is stated");
        state("SHA-256", ".sha256", maven.file("tool", "1.0"));
        assertThat(found("org.example:tool:1.0")).hasSize(1);
    }

    @Test
    void whatChangedOnTheWayIsRefusedAndNotKept() throws Exception {
        has("tool", "");
        Files.writeString(maven.file("tool", "1.0"), "something else");
        assertThatThrownBy(() -> found("org.example:tool:1.0")).hasMessageContaining("damaged or changed");
        has("tool", "");
        assertThat(found("org.example:tool:1.0")).hasSize(1);
    }

    @Test
    void aRepositoryThatIsAwayIsSaidWithItsAddress() {
        server.stop(0);
        assertThatThrownBy(() -> found("org.example:tool:1.0"))
                .hasMessageContaining("org.example:tool:1.0 cannot be fetched from " + address());
    }

    @Test
    void aDescriptionCannotNameAnotherRepository() throws Exception {
        String elsewhere = "http://127.0.0.1:" + server.getAddress().getPort() + "/elsewhere";
        has(
                "tool",
                "<repositories><repository><id>other</id><url>" + elsewhere + "</url></repository></repositories>"
                        + MavenFolder.needs("org.example:gone:1.0"));
        assertThatThrownBy(() -> found("org.example:tool:1.0")).hasMessageContaining("org.example:gone:1.0");
        assertThat(requests).isNotEmpty().allMatch(path -> path.startsWith("/maven2/"));
    }

    @Test
    void anOpenLineIsTakenOnlyOnThisMachine() {
        try (var open = from("http://packages.example/maven2")) {
            assertThatThrownBy(
                            () -> open.resolve(AskedPackage.parseAll(Language.JAVA, List.of("org.example:tool:1.0"))))
                    .hasMessageContaining("http://packages.example/maven2")
                    .hasMessageContaining("anybody on the way could change them");
        }
        try (var moved = from(address() + "/moved")) {
            assertThatThrownBy(
                            () -> moved.resolve(AskedPackage.parseAll(Language.JAVA, List.of("org.example:tool:1.0"))))
                    .hasMessageContaining("packages.example over an open line");
        }
    }
}
