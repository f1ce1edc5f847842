// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.operator.node.FileView;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Attacks with files: on those of another device, and on the hub's own.
class FileAttackTest extends UnderAttack {
    private static final String API = "?api-version=2021-04-12";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../registry.db",
                "/etc/passwd",
                "..\\..\\registry.db",
                "%2e%2e/%2e%2e/registry.db",
                "../victim/a",
                "a/../../victim/a",
                "C:\\a",
                "a\u202etxt.exe"
            })
    void aNameIsOnlyAName(String name) throws Exception {
        var sender = new Sender(desk, thief);
        List<Path> before = outside();
        var upload = sender.begin(name);
        var blob = Sender.blob(upload);
        String path = blob.substring(0, blob.indexOf('?'));
        String token = blob.substring(blob.indexOf('?'));
        String encoded = path.substring(0, path.indexOf("/thief/") + 7)
                + java.net.URLEncoder.encode(name, java.nio.charset.StandardCharsets.UTF_8);
        assertThat(sender.put(encoded + token, "stolen").statusCode()).isEqualTo(201);
        assertThat(sender.end(upload, true).statusCode()).isEqualTo(204);
        assertThat(sender.files()).extracting(FileView::name).contains(name);
        assertThat(outside()).isEqualTo(before);
    }

    @Test
    void noTokenOpensAnothersFile() throws Exception {
        var own = Sender.blob(new Sender(desk, thief).begin("a"));
        String token = own.substring(own.indexOf('?'));
        var theirs = new Sender(desk, victim);
        var upload = theirs.begin("a");
        for (String path : List.of(
                "/signalbox/files/victim/a" + token,
                "/signalbox/files/thief/../victim/a" + token,
                "/signalbox/files/thief%2F..%2Fvictim%2Fa" + token,
                "/signalbox/files/victim/a" + token.replaceFirst("sig=[^&]*", "sig="),
                "/signalbox/files/victim/a" + token.replaceFirst("sig=[^&]*", "sig=%00"),
                "/signalbox/files/victim/a" + token + "&sig=x",
                "/signalbox/files/victim/a?comp=blocklist")) {
            try (var intruder = Intruder.atHttps(site)) {
                var answer = intruder.asks("PUT", path, "", "stolen");
                assertThat(answer.status()).as(path).isEqualTo(403);
                audit.tells(intruder.address, "blob.foreign-token");
            }
        }
        assertThat(theirs.end(upload, true).statusCode()).isEqualTo(400);
        theirs.end(upload, false);
    }

    @Test
    void nobodyAsksInAnothersName() throws Exception {
        for (String path : List.of("/devices/victim/files", "/devices/victim/files/notifications")) {
            for (String token : List.of(
                    "",
                    token("/devices/thief", thief.primaryKey()),
                    token("/devices/victim", thief.primaryKey()),
                    BackEnd.of(desk, "service").signature(HOST + "/devices/victim", later()))) {
                try (var intruder = Intruder.atHttps(site)) {
                    var answer = intruder.asks("POST", path + API, token, "{\"blobName\":\"a\"}");
                    assertThat(answer.status()).isEqualTo(401);
                    audit.tells(intruder.address, token.isEmpty() ? "device.sign-in-malformed" : "device.wrong-key");
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE b [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><BlockList><Latest>&x;</Latest></BlockList>",
                "<!DOCTYPE b [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;\">]>"
                        + "<BlockList><Latest>&c;</Latest></BlockList>",
                "<!DOCTYPE b SYSTEM \"http://127.0.0.1:1/x.dtd\"><BlockList><Latest>YQ==</Latest></BlockList>",
                "<BlockList xmlns:xi=\"http://www.w3.org/2001/XInclude\"><xi:include href=\"file:///etc/passwd\"/></BlockList>"
            })
    void aListOfBlocksFetchesNothing(String list) throws Exception {
        var sender = new Sender(desk, thief);
        var upload = sender.begin("list");
        var answer = sender.put(Sender.blob(upload) + "&comp=blocklist", list);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("InvalidBlockList").doesNotContain("root:", "aaaaaaaaaa");
        sender.end(upload, false);
    }

    /// All that lies outside of the folders for files.
    private static List<Path> outside() throws Exception {
        try (Stream<Path> all = Files.walk(folder.getParent(), 3)) {
            return all.filter(path -> path.startsWith(folder))
                    .filter(path ->
                            !path.startsWith(folder.resolve("files")) && !path.startsWith(folder.resolve("uploads")))
                    .sorted()
                    .toList();
        }
    }
}
