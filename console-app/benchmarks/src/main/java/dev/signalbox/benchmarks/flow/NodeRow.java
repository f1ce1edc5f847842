// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.benchmarks.flow;

import dev.signalbox.benchmarks.node.NodeInside;
import dev.signalbox.benchmarks.node.ServiceText;
import dev.signalbox.protocol.report.NodeFigures;
import java.nio.file.Path;
import java.util.List;

/// Three services on a node, which counts what each step does and each wire carries.
final class NodeRow implements Row {
    private static final ServiceText SOURCE = ServiceText.java("Source", """
            public class Source extends CustomService {
                final Body body = body(false);
                final Body last = body(true);

                static Body body(boolean last) {
                    return Body.of(Map.of("sensor", "pump-7", "unit", "bar", "value", 4.2, "last", last));
                }
                public void produce(Message order) {
                    for (long i = order.body().asLong(); i > 1; i--) {
                        emit(body);
                    }
                    emit(last);
                }
            }
            """);
    private static final ServiceText MIDDLE = ServiceText.java("Middle", """
            public class Middle extends CustomService {
                public void process(Message message) {
                    emit(message.body());
                }
            }
            """);
    private static final ServiceText SINK = ServiceText.java("Sink", """
            public class Sink extends CustomService {
                public void process(Message message) {
                    if (message.body().get("last").asBoolean()) {
                        submitMessage("all are there");
                    }
                }
            }
            """);

    private final NodeInside node;
    private long carried;

    NodeRow(Path folder) throws Exception {
        this.node = new NodeInside(folder);
        node.release(List.of(SOURCE, MIDDLE, SINK), true);
    }

    @Override
    public String spoken() {
        return "services on a node, all counted";
    }

    @Override
    public void carry(int messages) throws Exception {
        node.tell(SOURCE, "produce", messages);
        node.submitted();
        carried += messages;
    }

    /// Throws IllegalStateException when a wire has carried more or less than was sent.
    void checkCounts() {
        for (NodeFigures.OfWire wire : node.figures().wires()) {
            if (wire.carried() != carried) {
                throw new IllegalStateException(wire + " instead of " + carried);
            }
        }
    }

    @Override
    public void close() {
        node.close();
    }
}
