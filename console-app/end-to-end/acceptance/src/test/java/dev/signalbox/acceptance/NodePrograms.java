// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Our few lines for Microsoft's Node clients, and the clients themselves as npm brings them: exactly the versions of
/// the package-lock.json.
final class NodePrograms {
    private static final Path FOLDER = Path.of("target", "node").toAbsolutePath();
    private static final List<String> FILES = List.of(
            "package.json", "package-lock.json", "device.js", "back-end.js", "port-443.js", "upload.js", "x509.js");
    private static boolean installed;

    private NodePrograms() {}

    /// Once in a test run.
    static synchronized void install() throws IOException, InterruptedException {
        Peer.need("node", "apt-get install nodejs");
        Peer.need("npm", "apt-get install npm");
        if (installed) {
            return;
        }
        Files.createDirectories(FOLDER);
        for (String file : FILES) {
            try (var in = NodePrograms.class.getResourceAsStream("/node/" + file)) {
                Files.copy(in, FOLDER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        try (var npm = Peer.start(FOLDER, Map.of(), "npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts")) {
            assertThat(npm.ends()).as("npm: %s", npm.lines()).isZero();
        }
        installed = true;
    }

    /// Runs `node {what}` for someone who has this connection string, by the name that Node's people write.
    static Peer run(Site site, String connection, String... what) throws Exception {
        var environment = new TreeMap<String, String>();
        environment.put("CONNECTION", connection.replace("127.0.0.1", "localhost"));
        environment.put("CA_FILE", site.caFile().toString());
        environment.put("NODE_EXTRA_CA_CERTS", site.caFile().toString());
        environment.put("HTTPS_PORT", Integer.toString(site.httpsPort()));
        String[] command = new String[what.length + 3];
        System.arraycopy(new String[] {"node", "--require", "./port-443.js"}, 0, command, 0, 3);
        System.arraycopy(what, 0, command, 3, what.length);
        return Peer.start(FOLDER, environment, command);
    }
}
