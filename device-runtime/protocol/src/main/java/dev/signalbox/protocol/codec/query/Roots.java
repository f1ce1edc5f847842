// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.codec.query;

import dev.signalbox.protocol.query.Path;
import dev.signalbox.protocol.query.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What a path may begin with. For twins and jobs the name of the documents may come first (`devices.jobs.status`), and
/// the names IoT Hub gives are taken in any case (`DeviceId`); below them, and in other documents, case counts.
final class Roots {
    /// A path begins at the document, as it stands.
    static final Roots DOCUMENT = new Roots(List.of(), List.of());

    private static final Roots TWINS = new Roots(
            List.of(Source.MODULES, Source.DEVICES),
            List.of(
                    "deviceId",
                    "moduleId",
                    "etag",
                    "deviceEtag",
                    "version",
                    "status",
                    "statusReason",
                    "statusUpdateTime",
                    "connectionState",
                    "connectionStateUpdatedTime",
                    "lastActivityTime",
                    "cloudToDeviceMessageCount",
                    "authenticationType",
                    "x509Thumbprint",
                    "modelId",
                    "capabilities",
                    "configurations",
                    "deviceScope",
                    "parentScopes",
                    "tags",
                    "properties"));

    private static final Roots JOB_ROWS = new Roots(
            List.of(Source.JOBS, Source.DEVICES),
            List.of(
                    "deviceId",
                    "moduleId",
                    "jobId",
                    "jobType",
                    "status",
                    "startTimeUtc",
                    "endTimeUtc",
                    "createdDateTimeUtc",
                    "lastUpdatedDateTimeUtc",
                    "outcome",
                    "error"));

    private final List<Source> prefixes;
    private final Map<String, String> names;

    private Roots(List<Source> prefixes, List<String> names) {
        this.prefixes = prefixes;
        this.names = names.stream().collect(Collectors.toMap(Roots::folded, Function.identity()));
    }

    static Roots of(Source source) {
        return source == Source.JOBS ? JOB_ROWS : TWINS;
    }

    /// The path without the name of the documents, its first name as IoT Hub writes it.
    Path known(Path path) {
        for (Source prefix : prefixes) {
            List<String> words = List.of(prefix.text().split("\\."));
            if (path.steps().size() > words.size() && beginsWith(path, words)) {
                return named(path.without(words.size()));
            }
        }
        return named(path);
    }

    private Path named(Path path) {
        String name = path.steps().getFirst() instanceof Path.Name first ? names.get(folded(first.name())) : null;
        if (name == null) {
            return path;
        }
        List<Path.Step> steps = new ArrayList<>(path.steps());
        steps.set(0, new Path.Name(name));
        return new Path(steps);
    }

    private static boolean beginsWith(Path path, List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            if (!(path.steps().get(i) instanceof Path.Name step) || !step.name().equalsIgnoreCase(words.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
