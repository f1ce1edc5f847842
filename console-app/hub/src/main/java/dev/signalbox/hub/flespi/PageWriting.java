// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.flespi;

import dev.signalbox.hub.channel.ChannelPage;
import dev.signalbox.protocol.codec.Json;
import io.vertx.core.buffer.Buffer;
import java.util.List;

/// Writes an answer as flespi does: `{"result":[...],"next_key":n}`, and `errors` beside it where messages were missed.
final class PageWriting {
    private PageWriting() {}

    static Buffer of(ChannelPage page) {
        Buffer body = Buffer.buffer("{\"result\":[");
        String before = "";
        for (byte[] message : page.messages()) {
            body.appendString(before).appendBytes(message);
            before = ",";
        }
        body.appendString("],\"next_key\":").appendString(Long.toString(page.nextKey()));
        page.gap()
                .map(FlespiError::of)
                .ifPresent(error -> body.appendString(",\"errors\":").appendBytes(Json.write(List.of(error))));
        return body.appendString("}");
    }
}
