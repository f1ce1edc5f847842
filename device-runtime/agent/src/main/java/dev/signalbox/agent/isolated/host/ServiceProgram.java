// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.isolated.host;

import java.io.IOException;
import java.time.Duration;

/// The program of a process that runs one Java service. The node starts it, and hands it the
/// service's classes as its first line.
public final class ServiceProgram {
    private ServiceProgram() {}

    /// @param arguments the service's name, for people who look at the list of processes, and how
    /// many seconds it may be at one thing
    public static void main(String[] arguments) throws IOException {
        Link link = Link.open();
        Line classes = link.next();
        ServiceHost host;
        try {
            host = new ServiceHost(
                    link, ServiceClasses.load(classes), Duration.ofSeconds(Long.parseLong(arguments[1])));
        } catch (ClassNotFoundException | LinkageError unusable) {
            throw link.last(Told.of("broken", unusable, classes.text("main") + ".java"));
        }
        host.live();
    }
}
