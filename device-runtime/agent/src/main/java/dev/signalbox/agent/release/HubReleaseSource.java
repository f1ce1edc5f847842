// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.release;

import dev.signalbox.device.credential.Credentials;
import dev.signalbox.device.tls.PinnedTls;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.HubAddress;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.protocol.trust.Digest;
import dev.signalbox.protocol.trust.Envelope;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/// Fetches from the hub over HTTPS, trusting the pinned CA only, signed in as the device is.
public final class HubReleaseSource implements ReleaseSource, AutoCloseable {
    private static final long MOST_BYTES = 16L * 1024 * 1024;
    private static final int UNAUTHORIZED = 401;

    private final Credentials credentials;
    private final PinnedTls tls;
    private @Nullable OkHttpClient http;

    public HubReleaseSource(Credentials credentials, PinnedTls tls) {
        this.credentials = credentials;
        this.tls = tls;
    }

    /// Made at the first need: a node that has nothing to fetch does without its memory.
    private synchronized OkHttpClient http() {
        if (http == null) {
            http = new OkHttpClient.Builder()
                    .sslSocketFactory(tls.context().getSocketFactory(), tls.trustManager())
                    .connectTimeout(Duration.ofSeconds(5))
                    .callTimeout(Duration.ofSeconds(30))
                    .build();
        }
        return http;
    }

    @Override
    public Envelope trust() throws IOException {
        return Json.read(get("node/v1/trust"), Envelope.class);
    }

    @Override
    public Envelope release(long number) throws IOException {
        return Json.read(get("node/v1/releases/" + number), Envelope.class);
    }

    @Override
    public byte[] bundle(Digest digest) throws IOException {
        return get("node/v1/bundles/" + digest.hex());
    }

    @Override
    public String secret(String reference) throws IOException {
        return new String(get("node/v1/secrets/" + reference), StandardCharsets.UTF_8);
    }

    private byte[] get(String path) throws IOException {
        HubAddress hub = credentials.access().hub();
        var url = new HttpUrl.Builder()
                .scheme("https")
                .host(hub.host())
                .port(hub.httpsPort())
                .addPathSegments(path)
                .build();
        var request = new Request.Builder()
                .url(url)
                .header("Authorization", signature())
                .header("Accept-Encoding", "identity")
                .build();
        try (var response = http().newCall(request).execute()) {
            byte[] body = response.body()
                    .source()
                    .readByteArray(Math.max(0, bounded(response.body().contentLength())));
            if (response.code() >= 500) {
                throw new IOException("the hub answered " + response.code());
            }
            if (response.code() == UNAUTHORIZED) {
                credentials.refused();
            }
            if (!response.isSuccessful()) {
                throw new ProblemException(refusal(path, response.code(), body));
            }
            return body;
        }
    }

    private static long bounded(long length) throws IOException {
        if (length < 0 || length > MOST_BYTES) {
            throw new IOException("the hub sends more than " + MOST_BYTES + " bytes, or does not say how many");
        }
        return length;
    }

    private static Problem refusal(String path, int status, byte[] body) {
        try {
            return Json.read(body, Problem.class);
        } catch (ProblemException noProblem) {
            return new Problem(
                    "release.not-given",
                    "The hub answered " + status + " when asked for " + path + ".",
                    "Release again; the node keeps what it runs.");
        }
    }

    /// That there is none now says nothing about what is fetched.
    private String signature() throws IOException {
        try {
            return credentials.pass().signature();
        } catch (ProblemException notNow) {
            throw new IOException(notNow.getMessage(), notNow);
        }
    }

    @Override
    public synchronized void close() {
        if (http != null) {
            http.dispatcher().executorService().shutdown();
            http.connectionPool().evictAll();
        }
    }
}
