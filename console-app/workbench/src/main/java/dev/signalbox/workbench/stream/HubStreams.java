// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.stream;

import dev.signalbox.operator.session.Paths;
import dev.signalbox.operator.stream.BatchView;
import dev.signalbox.operator.stream.ClearingView;
import dev.signalbox.operator.stream.Concatenation;
import dev.signalbox.operator.stream.DeadLetters;
import dev.signalbox.operator.stream.MessagePage;
import dev.signalbox.operator.stream.NewClearing;
import dev.signalbox.operator.stream.NewStream;
import dev.signalbox.operator.stream.StreamRules;
import dev.signalbox.operator.stream.StreamView;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.workbench.link.HubLink;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;

/// Streams as the hub keeps them.
public final class HubStreams implements Streams {
    private final HubLink hub;

    public HubStreams(HubLink hub) {
        this.hub = hub;
    }

    @Override
    public List<StreamView> list() {
        return hub.list(hub.at(Paths.STREAMS), StreamView[].class);
    }

    @Override
    public StreamView get(long number) {
        return hub.get(stream(number), StreamView.class);
    }

    @Override
    public StreamView make(NewStream stream) {
        return hub.post(hub.at(Paths.STREAMS), stream, StreamView.class);
    }

    @Override
    public StreamView setRules(long number, StreamRules rules) {
        return hub.putOver(stream(number), rules.etag(), rules, StreamView.class);
    }

    @Override
    public void delete(long number) {
        hub.delete(stream(number));
    }

    @Override
    public DeadLetters deadLetters() {
        return hub.get(hub.at(Paths.DEAD_LETTERS), DeadLetters.class);
    }

    @Override
    public ClearingView clear(NewClearing wanted) {
        return hub.post(hub.at(Paths.DEAD_LETTERS), wanted, ClearingView.class);
    }

    @Override
    public MessagePage messages(long number, MessageSearch search) {
        HttpUrl.Builder url = stream(number, "messages")
                .newBuilder()
                .addQueryParameter("from", Long.toString(search.from()))
                .addQueryParameter("most", Integer.toString(search.most()));
        search.device().ifPresent(device -> url.addQueryParameter("device", device.value()));
        if (!search.text().isEmpty()) {
            url.addQueryParameter("text", search.text());
        }
        return hub.get(url.build(), MessagePage.class);
    }

    @Override
    public void payload(long number, long key, OutputStream into) {
        hub.download(stream(number, "messages", Long.toString(key), "payload"), into);
    }

    @Override
    public List<BatchView> batches(long number, Optional<DeviceId> device, String after) {
        HttpUrl.Builder url = stream(number, "batches").newBuilder();
        device.ifPresent(id -> url.addQueryParameter("device", id.value()));
        if (!after.isEmpty()) {
            url.addQueryParameter("after", after);
        }
        return hub.list(url.build(), BatchView[].class);
    }

    @Override
    public void batch(long number, BatchView batch, Optional<Concatenation> join, OutputStream into) {
        HttpUrl.Builder url = stream(number, "batches", batch.device().value(), batch.batch(), "content")
                .newBuilder();
        join.ifPresent(how -> url.addQueryParameter("join", how.name()));
        hub.download(url.build(), into);
    }

    private HttpUrl stream(long number, String... more) {
        HttpUrl.Builder url = hub.at(Paths.STREAMS, Long.toString(number)).newBuilder();
        for (String part : more) {
            url.addPathSegment(part);
        }
        return url.build();
    }
}
