// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.trust;

import dev.signalbox.hub.store.Records;
import dev.signalbox.hub.store.StoredRollout;
import dev.signalbox.protocol.codec.Dsse;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.codec.Trust;
import dev.signalbox.protocol.release.ReleaseManifest;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.protocol.trust.Envelope;
import dev.signalbox.protocol.trust.TrustDocument;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/// The releases that nodes run or may go back to, and none that was halted. A trust document by which they are believed
/// no more would keep new
/// nodes from running them, and old ones from going back.
final class StandingReleases {
    private StandingReleases() {}

    /// Throws `trust.would-stop-releases`.
    static void check(Records records, TrustDocument next) {
        long base = records.rollouts().base();
        long open = records.rollouts().open().map(StoredRollout::release).orElse(base);
        List<Long> lost = LongStream.of(base, open)
                .flatMap(number -> LongStream.of(number, predecessor(records, number)))
                .distinct()
                .sorted()
                .filter(number -> records.releases()
                        .envelope(number)
                        .filter(envelope -> !isBelieved(envelope, next))
                        .isPresent())
                .boxed()
                .toList();
        if (!lost.isEmpty()) {
            throw new ProblemException(wouldStop(lost));
        }
    }

    private static long predecessor(Records records, long number) {
        return records.releases()
                .envelope(number)
                .map(envelope ->
                        Json.read(Dsse.payload(envelope), ReleaseManifest.class).predecessor())
                .orElse(0L);
    }

    private static boolean isBelieved(Envelope envelope, TrustDocument trust) {
        try {
            Trust.openRelease(envelope, trust);
            return true;
        } catch (ProblemException refused) {
            return false;
        }
    }

    private static Problem wouldStop(List<Long> numbers) {
        String which = numbers.stream().map(String::valueOf).collect(Collectors.joining(" and "));
        return new Problem(
                "trust.would-stop-releases",
                "By this trust document nodes would not believe release " + which + ", which they run or may go back"
                        + " to.",
                "Have an operator who stays countersign it: signalbox releases countersign NUMBER.");
    }
}
