// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.flespi;

import dev.signalbox.hub.store.StoreProblems;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.report.Problem;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Map;

/// How flespi's clients are told what is wrong.
///
/// @param code the status of the answer
record FlespiError(int code, String reason) {
    static FlespiError of(Problem problem) {
        return new FlespiError(status(problem), problem.what() + " " + problem.remedy());
    }

    Buffer body() {
        return Buffer.buffer(Json.write(Map.of("errors", List.of(this))));
    }

    private static int status(Problem problem) {
        return switch (problem.code()) {
            case "consumer.unauthorised" -> 401;
            case "consumer.channel-refused" -> 403;
            case "stream.not-known", "stream.no-message", "http.no-such-path" -> 404;
            case "channel.forgotten" -> 410;
            case "channel.beyond" -> 416;
            case "channel.too-many-reads" -> 429;
            case "store.full" -> 507;
            case "http.failed" -> 500;
            default -> StoreProblems.isOne(problem) ? 500 : 400;
        };
    }
}
