// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.access;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What a policy can let its holder do.
enum Right {
    REGISTRY_READ(
            "RegistryRead", "Registry read", "See devices, modules and twins: list them, count them, read their keys."),
    REGISTRY_WRITE(
            "RegistryWrite",
            "Registry write",
            "Add, change and delete devices and modules, and change twins. Needs Registry read."),
    SERVICE_CONNECT(
            "ServiceConnect",
            "Service connect",
            "Work with devices: read and change twins, call methods, send messages, run jobs and queries."),
    DEVICE_CONNECT(
            "DeviceConnect",
            "Device connect",
            "Sign in as any device or module, without its own key. Give this to gateways only.");

    private final String wireName;
    private final String title;
    private final String meaning;

    Right(String wireName, String title, String meaning) {
        this.wireName = wireName;
        this.title = title;
        this.meaning = meaning;
    }

    static Set<Right> of(List<String> wireNames) {
        Set<Right> rights = EnumSet.noneOf(Right.class);
        for (Right right : values()) {
            if (wireNames.contains(right.wireName)) {
                rights.add(right);
            }
        }
        return rights;
    }

    static List<String> wireNames(Set<Right> rights) {
        return rights.stream().sorted().map(right -> right.wireName).toList();
    }

    /// These rights with one more or one less. Who may write may read, so both come and go together.
    static Set<Right> after(Set<Right> rights, Right right, boolean granted) {
        Set<Right> after = EnumSet.noneOf(Right.class);
        after.addAll(rights);
        if (granted) {
            after.add(right);
            if (right == REGISTRY_WRITE) {
                after.add(REGISTRY_READ);
            }
        } else {
            after.remove(right);
            if (right == REGISTRY_READ) {
                after.remove(REGISTRY_WRITE);
            }
        }
        return after;
    }

    String title() {
        return title;
    }

    String meaning() {
        return meaning;
    }
}
