// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.benchmarks.release;

import dev.signalbox.benchmarks.node.ServiceText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Small services, each with a class and a source of its own.
final class SmallServices {
    private SmallServices() {}

    /// So many of them, which wait for messages and do nothing else.
    static List<ServiceText> of(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> ServiceText.java("Small" + number, source(number)))
                .toList();
    }

    private static String source(int number) {
        return """
                public class Small%1$d extends CustomService {
                    double threshold = %1$d;

                    public void process(Message message) {
                        double value = message.body().get("value").asDouble();
                        if (value > threshold) {
                            emit(Map.of("value", value, "above", threshold));
                        }
                    }
                }
                """.formatted(number);
    }

    /// The same, and among them one that says to the hub that its version runs.
    static List<ServiceText> with(List<ServiceText> others, int version) {
        var all = new ArrayList<>(others);
        all.add(said(version));
        return all;
    }

    /// It says to the hub that its version runs.
    static ServiceText said(int version) {
        return ServiceText.java("Said", """
                public class Said extends CustomService {
                    record Pair(String a, long b) {}

                    public void start() {
                        Function<Long, Pair> pair = number -> new Pair("version", number);
                        submitMessage(pair.apply(%dL).b());
                    }
                }
                """.formatted(version));
    }
}
