// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.https;

import dev.signalbox.device.clock.HubClock;
import dev.signalbox.protocol.identity.HubAddress;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/// Makes short calls to one hub, each within 10 seconds, and hears from each answer what time it is there. Safe for use
/// by many threads. The library behind it is loaded with the first call: most starts of a device do without.
public final class HubHttps implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MOST_BYTES = 64 * 1024;
    private static final MediaType JSON = MediaType.get("application/json");

    private final HubAddress hub;
    private final SSLContext tls;
    private final HubClock clock;
    private @Nullable OkHttpClient client;

    /// @param tls whom to trust; the host name is checked beside it
    public HubHttps(HubAddress hub, SSLContext tls, HubClock clock) {
        this.hub = hub;
        this.tls = tls;
        this.clock = clock;
    }

    /// @param body no more than 64 KiB; a longer one counts as no answer
    public record Answer(int status, byte[] body) {}

    public HubAddress hub() {
        return hub;
    }

    /// Set by each answer.
    public HubClock clock() {
        return clock;
    }

    /// Sends JSON to a path, which may have a query; blocks for 10 seconds at most. Throws IOException when there is no
    /// answer, or a longer one than any.
    public Answer send(String method, String path, String authorization, byte[] json) throws IOException {
        return answer(new Request.Builder()
                .url(url(path))
                .header("Authorization", authorization)
                .method(method, RequestBody.create(json, JSON))
                .build());
    }

    /// Asks for nothing but the time.
    public void askTime() throws IOException {
        answer(new Request.Builder().url(url("/")).head().build());
    }

    private HttpUrl url(String path) {
        HttpUrl root = new HttpUrl.Builder()
                .scheme("https")
                .host(hub.host())
                .port(hub.httpsPort())
                .build();
        return Objects.requireNonNull(root.resolve(path));
    }

    private Answer answer(Request request) throws IOException {
        try (Response response = client().newCall(request).execute()) {
            Optional.ofNullable(response.headers().getInstant("Date")).ifPresent(clock::heard);
            var source = response.body().source();
            if (source.request(MOST_BYTES + 1L)) {
                throw new IOException("the answer has more than " + MOST_BYTES + " bytes");
            }
            return new Answer(response.code(), source.readByteArray());
        }
    }

    private synchronized OkHttpClient client() {
        if (client == null) {
            client = new OkHttpClient.Builder()
                    .sslSocketFactory(tls.getSocketFactory(), NeverAsked.INSTANCE)
                    .connectionPool(new ConnectionPool(1, PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .followRedirects(false)
                    .callTimeout(PATIENCE)
                    .build();
        }
        return client;
    }

    @Override
    public synchronized void close() {
        end(client);
    }

    /// Ends what is under way, and the threads behind it.
    static void end(@Nullable OkHttpClient client) {
        if (client != null) {
            client.dispatcher().cancelAll();
            client.dispatcher().executorService().shutdown();
            client.connectionPool().evictAll();
        }
    }
}
