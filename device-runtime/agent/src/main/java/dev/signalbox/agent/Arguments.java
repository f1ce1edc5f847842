// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent;

import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the node was started with: `--name value` or `--name=value`, each name once. Read by hand, because a library
/// for it holds 10 MiB for as long as the node runs.
record Arguments(Map<String, String> values) {
    private static final Set<String> NAMES = Set.of(
            "--data",
            "--token",
            "--token-file",
            "--connection-string",
            "--trust",
            "--mqtt-port",
            "--https-port",
            "--local-socket");

    /// Throws ProblemException with code `node.usage`.
    static Arguments of(List<String> given) {
        var values = new HashMap<String, String>();
        Iterator<String> rest = given.iterator();
        while (rest.hasNext()) {
            String argument = rest.next();
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument : argument.substring(0, equals);
            if (!NAMES.contains(name)) {
                throw usage("There is no option " + name + ".");
            }
            String value = equals < 0 ? next(name, rest) : argument.substring(equals + 1);
            if (values.put(name, value) != null) {
                throw usage("Option " + name + " is given twice.");
            }
        }
        return new Arguments(Map.copyOf(values));
    }

    private static String next(String name, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw usage("Option " + name + " needs a value.");
        }
        return rest.next();
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    Optional<Path> path(String name) {
        return text(name).map(Path::of);
    }

    Optional<Integer> port(String name) {
        return text(name).map(given -> {
            if (!given.matches("\\d{1,5}") || Integer.parseInt(given) > 65_535) {
                throw usage("Option " + name + " needs a port, not " + given + ".");
            }
            return Integer.valueOf(given);
        });
    }

    private static ProblemException usage(String what) {
        return new ProblemException(new Problem("node.usage", what, "See signalbox node --help."));
    }
}
