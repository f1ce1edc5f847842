// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.desks;

import dev.signalbox.operator.policy.PolicyView;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.access.Policies;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// Policies as a hub would keep them, in this object.
public final class PoliciesInMemory implements Policies {
    public final List<String> calls = new CopyOnWriteArrayList<>();
    private final TreeMap<String, PolicyView> policies = new TreeMap<>();
    private int keys;

    public PoliciesInMemory() {
        set("iothubowner", List.of("RegistryRead", "RegistryWrite", "ServiceConnect", "DeviceConnect"));
        set("registryRead", List.of("RegistryRead"));
        set("service", List.of("ServiceConnect"));
    }

    private synchronized PolicyView set(String name, List<String> rights) {
        String key = "a2V5" + ++keys;
        var view = new PolicyView(
                name,
                rights,
                key + "A",
                key + "B",
                "HostName=h;SharedAccessKeyName=" + name + ";SharedAccessKey=" + key + "A");
        policies.put(name, view);
        return view;
    }

    @Override
    public synchronized List<PolicyView> list() {
        return List.copyOf(policies.values());
    }

    @Override
    public PolicyView put(String name, List<String> permissions) {
        calls.add("put " + name + " " + permissions);
        return set(name, permissions);
    }

    @Override
    public PolicyView renew(String name) {
        calls.add("renew " + name);
        return set(name, policies.get(name).permissions());
    }

    @Override
    public synchronized void delete(String name) {
        calls.add("delete " + name);
        if (name.equals("service")) {
            throw new ProblemException(new Problem("policy.kept", "It is needed.", "Leave it."));
        }
        policies.remove(name);
    }
}
