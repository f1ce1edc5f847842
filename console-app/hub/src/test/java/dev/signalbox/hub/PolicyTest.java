// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.operator.policy.PolicyChange;
import dev.signalbox.operator.policy.PolicyView;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.protocol.codec.Json;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Shared access policies and what they let back ends do.
@Timeout(180)
class PolicyTest extends OnSite {
    @Test
    void aHubHasTheFivePoliciesOfThePortalAndKeepsThem() {
        PolicyView[] policies = policies();
        assertThat(Arrays.stream(policies).map(PolicyView::toString))
                .containsExactly(
                        "policy device [DeviceConnect]",
                        "policy iothubowner [RegistryRead, RegistryWrite, ServiceConnect, DeviceConnect]",
                        "policy registryRead [RegistryRead]",
                        "policy registryReadWrite [RegistryRead, RegistryWrite]",
                        "policy service [ServiceConnect]");
        assertThat(policies[1].connectionString())
                .isEqualTo("HostName=127.0.0.1;SharedAccessKeyName=iothubowner;SharedAccessKey="
                        + policies[1].primaryKey());
        site.restart();
        try (var again = new Desk(site)) {
            again.bearer = desk.bearer;
            assertThat(Json.read(again.get(Paths.POLICIES).body(), PolicyView[].class))
                    .containsExactly(policies);
        }
    }

    @Test
    void eachPolicyOpensItsOwnDoorsOnly() {
        assertThat(status("registryRead", "GET", "/statistics/devices")).isEqualTo(200);
        assertThat(status("registryRead", "DELETE", "/devices/none")).isEqualTo(401);
        assertThat(status("registryReadWrite", "DELETE", "/devices/none")).isEqualTo(404);
        assertThat(status("registryReadWrite", "GET", "/statistics/service")).isEqualTo(401);
        assertThat(status("service", "GET", "/statistics/service")).isEqualTo(200);
        assertThat(status("device", "GET", "/statistics/devices")).isEqualTo(401);
        assertThat(status("iothubowner", "GET", "/statistics/service")).isEqualTo(200);
    }

    @Test
    void aBadSignatureIsRefusedAsIotHubRefusesIt() {
        var owner = BackEnd.owner(desk);
        String host = site.address().host();
        Instant later = Instant.now().plusSeconds(60);
        for (String header : List.of(
                "",
                "Bearer " + desk.bearer,
                "SharedAccessSignature rubbish",
                owner.signature(host, Instant.now().minusSeconds(5)),
                owner.signature("other.azure-devices.net", later),
                owner.signature(host + "/devices", later),
                owner.signature(host, later) + "x",
                new BackEnd(desk, "nobody", owner.key()).signature(host, later),
                new BackEnd(desk, "service", owner.key()).signature(host, later))) {
            var answer = desk.send(desk.request("/statistics/devices")
                    .header("Authorization", header)
                    .GET());
            assertThat(answer.statusCode()).as(header).isEqualTo(401);
            assertThat(answer.headers().firstValue("iothub-errorcode")).contains("IotHubUnauthorizedAccess");
            assertThat(BackEnd.tree(answer).path("Message").stringValue())
                    .startsWith("ErrorCode:IotHubUnauthorizedAccess;");
            assertThat(BackEnd.tree(answer).path("ExceptionMessage").stringValue())
                    .startsWith("Tracking ID:");
        }
    }

    @Test
    void aNarrowSignatureOpensWhatItNames() {
        var owner = BackEnd.owner(desk);
        String narrow = owner.signature(
                site.address().host() + "/statistics", Instant.now().plusSeconds(60));
        var request = desk.request("/statistics/devices").header("Authorization", narrow);
        assertThat(desk.send(request.GET()).statusCode()).isEqualTo(200);
    }

    @Test
    void operatorsAddPoliciesRenewKeysAndRemoveThem() {
        var asked = new PolicyChange(List.of("RegistryRead", "ServiceConnect"));
        assertThat(desk.ask("PUT", Paths.POLICIES + "/jobs", asked).statusCode())
                .isEqualTo(200);
        var old = BackEnd.of(desk, "jobs");
        assertThat(old.get("/statistics/service").statusCode()).isEqualTo(200);
        desk.ask("POST", Paths.POLICIES + "/jobs/keys", "");
        assertThat(old.get("/statistics/service").statusCode()).isEqualTo(401);
        var renewed = BackEnd.of(desk, "jobs");
        assertThat(renewed.get("/statistics/service").statusCode()).isEqualTo(200);
        desk.ask("DELETE", Paths.POLICIES + "/jobs", "");
        assertThat(renewed.get("/statistics/service").statusCode()).isEqualTo(401);
        assertThat(desk.ask("DELETE", Paths.POLICIES + "/iothubowner", "").statusCode())
                .isEqualTo(400);
        assertThat(desk.ask("PUT", Paths.POLICIES + "/x", new PolicyChange(List.of("Everything")))
                        .statusCode())
                .isEqualTo(400);
    }

    private int status(String policy, String method, String path) {
        return BackEnd.of(desk, policy).ask(method, path, "").statusCode();
    }

    private PolicyView[] policies() {
        return Json.read(desk.get(Paths.POLICIES).body(), PolicyView[].class);
    }
}
