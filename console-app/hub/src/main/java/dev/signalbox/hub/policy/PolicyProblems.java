// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.policy;

import dev.signalbox.hub.store.Permission;
import dev.signalbox.protocol.report.Problem;
import java.util.Collection;
import java.util.stream.Collectors;

/// What can go wrong with shared access policies.
final class PolicyProblems {
    private PolicyProblems() {}

    static Problem notKnown(String name) {
        return new Problem(
                "policy.not-known", "There is no shared access policy called \"" + name + "\".", "Check its name.");
    }

    static Problem badName() {
        return new Problem(
                "policy.refused",
                "A policy has a name of 1 to 64 letters, digits, - and _, and at least one permission.",
                "Correct it.");
    }

    static Problem last() {
        return new Problem(
                "policy.needed", "The policy iothubowner cannot be removed.", "Renew its keys if they leaked.");
    }

    static Problem unsigned() {
        return new Problem(
                "policy.unauthorised",
                "The request carries no shared access signature of a policy.",
                "Send Authorization: SharedAccessSignature sr=...&sig=...&se=...&skn=..., made from a policy's"
                        + " connection string.");
    }

    static Problem foreignHost(String host) {
        return new Problem(
                "policy.unauthorised",
                "The signature is for a hub called \"" + host + "\", which is not this one.",
                "Correct HostName in the connection string.");
    }

    static Problem wrongKey(String name) {
        return new Problem(
                "policy.unauthorised",
                "The signature is expired, for another resource, or not made with a key of policy \"" + name + "\".",
                "Take the policy's present connection string, and check the clock.");
    }

    static Problem lacks(String name, Collection<Permission> wanted) {
        String either = wanted.stream().map(Permission::wireName).collect(Collectors.joining(" or "));
        return new Problem(
                "policy.unauthorised",
                "Policy \"" + name + "\" does not grant " + either + ".",
                "Use a policy that does, such as iothubowner.");
    }
}
