// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.operator.node.NewMessage;
import dev.signalbox.operator.session.Paths;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What back ends ask for and do not get says so; what is beside it works.
class RefusalTest extends OnSite {
    BackEnd backEnd;

    @BeforeEach
    void start() {
        desk.addNode("pump-1", Map.of());
        backEnd = BackEnd.owner(desk);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /configurations",
        "PUT, /configurations/eco",
        "POST, /configurations/testQueries",
        "POST, /devices/pump-1/applyConfigurationContent",
        "GET, /jobs",
        "POST, /jobs/create",
        "GET, /jobs/7",
        "DELETE, /jobs/7",
        "GET, /digitaltwins/pump-1",
        "GET, /messages/serviceBound/feedback",
        "DELETE, /messages/serviceBound/feedback/7",
    })
    void whatIsNotOfferedSaysSo(String method, String path) {
        var answer = backEnd.ask(method, path, "");
        assertThat(answer.statusCode()).isEqualTo(501);
        assertThat(answer.body()).contains("ErrorCode:NotImplemented").contains("This hub does not offer");
        assertThat(desk.send(desk.request(path).GET()).statusCode()).isIn(401, 404);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /devices/pump-1/messages/events",
        "GET, /devices/pump-1/messages/devicebound",
        "POST, /twins/pump-1/streams/camera",
    })
    void whatIsNotThereIsNotFound(String method, String path) {
        assertThat(backEnd.ask(method, path, "").statusCode()).isEqualTo(404);
    }

    @Test
    void jobsAreNotMeant() {
        assertThat(backEnd.get("/jobs/v2/query").statusCode()).isEqualTo(200);
        assertThat(backEnd.get("/jobs/v2/none").statusCode()).isEqualTo(404);
    }

    @Test
    void aDevicesQueueIsEmptied() {
        desk.ask("POST", Paths.NODES + "/pump-1/messages", new NewMessage("open", Map.of(), 600));
        var answer = BackEnd.tree(backEnd.ask("DELETE", "/devices/pump-1/commands", ""));
        assertThat(answer.get("totalMessagesPurged").asInt()).isEqualTo(1);
        assertThat(backEnd.ask("DELETE", "/devices/pump-1/commands", "").body()).contains("\"totalMessagesPurged\":0");
        assertThat(backEnd.ask("DELETE", "/devices/none/commands", "").statusCode())
                .isEqualTo(404);
    }
}
