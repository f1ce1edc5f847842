// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.http;

import dev.signalbox.hub.policy.Policies;
import dev.signalbox.hub.store.Permission;
import dev.signalbox.hub.store.StoredPolicy;
import dev.signalbox.operator.operator.Right;
import dev.signalbox.operator.policy.PolicyChange;
import dev.signalbox.operator.policy.PolicyView;
import dev.signalbox.operator.session.Paths;
import java.util.stream.Collectors;

/// With which policies back ends come in.
public final class PolicyRoutes {
    private static final String POLICY = Paths.POLICIES + "/:name";

    private final Policies policies;
    private final String host;

    /// @param host the hub's name in connection strings
    public PolicyRoutes(Policies policies, String host) {
        this.policies = policies;
        this.host = host;
    }

    void add(OperatorRouter router, Desk desk) {
        router.get(Paths.POLICIES, Right.OWN, "reads the keys of shared access policies")
                .handler(desk.answer(
                        _ -> Answer.json(policies.all().stream().map(this::view).toList())));
        router.put(POLICY, Right.OWN, "sets shared access policy :name").handler(desk.answer(this::put));
        router.post(POLICY + "/keys", Right.OWN, "renews the keys of shared access policy :name")
                .handler(desk.answer(request -> Answer.json(view(policies.renew(request.path("name"))))));
        router.delete(POLICY, Right.OWN, "deletes shared access policy :name").handler(desk.answer(request -> {
            policies.delete(request.path("name"));
            return Answer.NOTHING;
        }));
    }

    private Answer put(Request request) {
        var permissions = request.body(PolicyChange.class).permissions().stream()
                .map(Permission::of)
                .collect(Collectors.toSet());
        return Answer.json(view(policies.put(request.path("name"), permissions)));
    }

    private PolicyView view(StoredPolicy policy) {
        return new PolicyView(
                policy.name(),
                policy.permissions().stream().map(Permission::wireName).toList(),
                policy.primaryKey(),
                policy.secondaryKey(),
                "HostName=" + host + ";SharedAccessKeyName=" + policy.name() + ";SharedAccessKey="
                        + policy.primaryKey());
    }
}
