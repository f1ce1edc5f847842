// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.operator.operator.NeededRight;
import dev.signalbox.operator.operator.Right;
import dev.signalbox.operator.operator.Role;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.protocol.codec.Json;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Every path that operators have, tried by every role that must not.
@Timeout(180)
class RightsTest extends OnSite {
    @Test
    void everyPathRefusesTheRolesThatLackItsRightAndLetsTheLeastThatHasItPass() throws Exception {
        Map<Role, Desk> desks = desks();
        List<NeededRight> rules = rules();
        assertThat(rules).hasSizeGreaterThan(80);
        for (NeededRight rule : rules) {
            for (Role role : Role.values()) {
                if (!role.has(rule.right())) {
                    var answer = ask(desks.get(role), rule);
                    assertThat(answer.statusCode()).as(role + " " + rule).isEqualTo(403);
                    assertThat(text(answer)).contains("operator.not-allowed", "is " + role.word());
                }
            }
            if (!rule.path().equals(Paths.SESSION) || rule.method().equals("GET")) {
                Role least = Role.leastWith(rule.right());
                assertThat(ask(desks.get(least), rule).statusCode())
                        .as(least + " " + rule)
                        .isNotIn(401, 403, 405);
            }
        }
    }

    private Map<Role, Desk> desks() {
        var desks = new EnumMap<Role, Desk>(Role.class);
        desks.put(Role.OWNER, desk);
        for (Role role : List.of(Role.VIEWER, Role.AUTHOR, Role.OPERATOR)) {
            desks.put(role, Colleague.joined(desk, role.word(), role));
        }
        return desks;
    }

    private List<NeededRight> rules() {
        return List.of(Json.read(desk.get(Paths.RIGHTS).body(), NeededRight[].class));
    }

    /// Nothing that changes or tells a key is open to those who only look.
    @Test
    void whoeverLooksChangesNothing() {
        List<String> harmless = List.of("/ping", "/actions/ping", "/actions/logs");
        assertThat(rules().stream().filter(rule -> rule.right() == Right.LOOK))
                .allSatisfy(rule -> assertThat(rule.method().equals("GET")
                                || rule.path().startsWith(Paths.SESSION)
                                || rule.path().equals(Paths.QUERY)
                                || rule.path().equals(Paths.PACKAGES)
                                || harmless.stream().anyMatch(rule.path()::endsWith))
                        .as(rule.toString())
                        .isTrue());
        assertThat(rules().stream()
                        .filter(rule ->
                                rule.path().endsWith("/keys") || rule.path().equals(Paths.POLICIES)))
                .isNotEmpty()
                .allSatisfy(rule -> assertThat(rule.right()).isGreaterThanOrEqualTo(Right.OPERATE));
    }

    @Test
    void whatAViewerSeesHoldsNoKeys() {
        var keys = desk.addNode("pump-1", Map.of());
        Desk viewer = Colleague.joined(desk, "vera", Role.VIEWER);
        Stream.of(
                        Paths.NODES,
                        Paths.NODES + "/pump-1",
                        Paths.DEVICES + "/pump-1",
                        Paths.DEVICES + "/pump-1/twin",
                        Paths.OPERATORS,
                        Paths.PROVISIONING_TOKENS,
                        Paths.CONSUMER_TOKENS)
                .map(viewer::get)
                .forEach(answer -> {
                    assertThat(answer.statusCode()).isEqualTo(200);
                    assertThat(answer.body()).doesNotContain(keys.primaryKey(), keys.secondaryKey(), viewer.bearer);
                });
    }

    private static HttpResponse<InputStream> ask(Desk desk, NeededRight rule) throws Exception {
        String path = rule.path().replaceAll("\\(\\?<\\w+>[^)]*\\)", "1").replaceAll(":\\w+", "1");
        var body = rule.method().equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("{}");
        return desk.http.send(
                desk.request(path)
                        .header("Authorization", "Bearer " + desk.bearer)
                        .method(rule.method(), body)
                        .build(),
                BodyHandlers.ofInputStream());
    }

    private static String text(HttpResponse<InputStream> answer) throws Exception {
        try (var bytes = answer.body()) {
            return new String(bytes.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }
}
