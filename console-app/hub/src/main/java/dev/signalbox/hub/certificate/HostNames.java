// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.certificate;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/// The names a hub answers to.
public final class HostNames {
    /// A name with a dot, because some IoT Hub clients want one in their connection string.
    public static final String DOTTED = "signalbox.localdomain";

    private HostNames() {}

    /// All names for a hub that listens on `host`: that one, this machine's, and the local ones.
    public static SortedSet<String> of(String host) {
        var names = new TreeSet<String>();
        names.add("localhost");
        names.add("127.0.0.1");
        names.add("0:0:0:0:0:0:0:1");
        names.add(DOTTED);
        names.add(machine());
        if (!isWildcard(host)) {
            names.add(normal(host));
        }
        return names;
    }

    /// What to call the hub when telling others where it is.
    public static String contact(String host) {
        return isWildcard(host) ? machine() : host;
    }

    /// Where the hub reaches itself.
    public static String near(String host) {
        return isWildcard(host) ? "127.0.0.1" : host;
    }

    /// Lower case; an IPv6 address in its long form.
    public static String normal(String name) {
        if (name.indexOf(':') >= 0) {
            try {
                return InetAddress.ofLiteral(name).getHostAddress();
            } catch (IllegalArgumentException notAnAddress) {
                return name.toLowerCase(Locale.ROOT);
            }
        }
        return name.toLowerCase(Locale.ROOT);
    }

    static boolean isAddress(String name) {
        return name.indexOf(':') >= 0 || name.matches("\\d{1,3}(\\.\\d{1,3}){3}");
    }

    private static boolean isWildcard(String host) {
        return host.equals("0.0.0.0") || host.equals("::") || host.equals("0:0:0:0:0:0:0:0");
    }

    private static String machine() {
        try {
            String name = InetAddress.getLocalHost().getHostName().toLowerCase(Locale.ROOT);
            return name.matches("[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?") ? name : "localhost";
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }
}
