// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite.leaf;

import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.query.Path;
import dev.signalbox.protocol.query.Source;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Random documents of few names and few values, so that they often meet. The same seed makes the same ones.
public final class Chance {
    private static final List<String> NAMES = List.of("a", "b", "c", "odd/name", "til~de", "Größe", "group");
    private static final List<String> TEXTS =
            List.of("", "a", "ab", "abc", "b", "B", "1", "1e1", "😀", "\uFFFD", "a\u0000b", "true", "x/~");
    // sums of these are exact, in whatever order they are taken
    private static final List<Double> NUMBERS = List.of(0.0, 1.0, -1.0, 0.5, 2.0, 2.5, 10.0, 1e9, -1e9, 7.0);

    public final Random random;

    public Chance(long seed) {
        this.random = new Random(seed);
    }

    public <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    public boolean in(int times) {
        return random.nextInt(times) == 0;
    }

    public String text() {
        return oneOf(TEXTS);
    }

    public double number() {
        return oneOf(NUMBERS);
    }

    public ObjectNode object(int depth) {
        ObjectNode object = Json.mapper().createObjectNode();
        for (int i = random.nextInt(6); i > 0; i--) {
            object.set(oneOf(NAMES), value(depth));
        }
        return object;
    }

    private JsonNode value(int depth) {
        return switch (random.nextInt(depth > 3 ? 7 : 10)) {
            case 0, 1 -> Json.mapper().valueToTree(text());
            case 2, 3 -> whole(number());
            case 4, 5 -> Json.mapper().valueToTree(random.nextBoolean());
            case 6 -> Json.mapper().nullNode();
            case 7 -> array(depth + 1);
            default -> object(depth + 1);
        };
    }

    private static JsonNode whole(double number) {
        return number == (int) number
                ? Json.mapper().valueToTree((int) number)
                : Json.mapper().valueToTree(number);
    }

    private ArrayNode array(int depth) {
        ArrayNode array = Json.mapper().createArrayNode();
        for (int i = random.nextInt(3); i > 0; i--) {
            array.add(value(depth));
        }
        return array;
    }

    /// A path that often leads somewhere.
    Path path(Source source) {
        return source == Source.JOBS ? pathOfJob() : pathOfTwin();
    }

    private Path pathOfJob() {
        if (in(2)) {
            return Path.of(oneOf(List.of("deviceId", "jobId", "jobType", "status", "startTimeUtc", "endTimeUtc")));
        }
        if (in(2)) {
            return Path.of(oneOf(List.of("createdDateTimeUtc", "lastUpdatedDateTimeUtc", "error", "outcome", "no")));
        }
        if (in(3)) {
            return Path.of(
                    oneOf(List.of("error", "deviceId", "cloudToDeviceMethod")), oneOf(List.of("code", "status")));
        }
        Path answer = Path.of("outcome", "deviceMethodResponse");
        return in(3)
                ? answer.then(new Path.Name("status"))
                : answer.then(new Path.Name("payload")).then(step());
    }

    private Path.Step step() {
        return in(10) ? new Path.Index(random.nextInt(2)) : new Path.Name(oneOf(NAMES));
    }

    private Path pathOfTwin() {
        if (in(8)) {
            return Path.of(
                    oneOf(List.of("deviceId", "moduleId", "status", "connectionState", "lastActivityTime", "tags")));
        }
        if (in(10)) {
            return Path.of(oneOf(List.of("version", "etag", "deviceEtag", "authenticationType", "modelId", "no")));
        }
        Path path = in(4)
                ? Path.of("tags")
                : Path.of("properties", oneOf(List.of("desired", "reported", "reported", "reported")));
        for (int i = random.nextInt(3); i >= 0; i--) {
            path = path.then(step());
        }
        return in(30) ? ofTheHub(path) : path;
    }

    private Path ofTheHub(Path path) {
        if (in(2)) {
            return Path.of("properties", "reported", "$version");
        }
        Path metadata = Path.of("properties", oneOf(List.of("desired", "reported")), "$metadata");
        for (Path.Step step : path.steps()
                .subList(in(2) ? path.steps().size() : 1, path.steps().size())) {
            metadata = metadata.then(step);
        }
        return in(10) ? metadata : metadata.then(new Path.Name(oneOf(List.of("$lastUpdated", "$lastUpdatedVersion"))));
    }
}
