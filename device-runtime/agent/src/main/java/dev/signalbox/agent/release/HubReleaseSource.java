// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.release;

import dev.signalbox.device.credential.Credentials;
import dev.signalbox.device.tls.PinnedTls;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.HubAddress;
import dev.signalbox.protocol.release.LockedPackage;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.protocol.trust.Digest;
import dev.signalbox.protocol.trust.Envelope;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/// Fetches from the hub over HTTPS, trusting the pinned CA only, signed in as the device is.
public final class HubReleaseSource implements ReleaseSource, AutoCloseable {
    private static final long MOST_BYTES = 16L * 1024 * 1024;
    private static final int PARTIAL = 206;
    private static final int UNAUTHORIZED = 401;
    private static final int NOTHING_MORE = 416;
    private static final int AT_ONCE = 64 * 1024;

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

    /// Takes as long as it takes, as long as something comes.
    @Override
    public void download(LockedPackage wanted, Path into) throws IOException {
        String path = "node/v1/packages/" + wanted.digest().hex();
        long has = Files.size(into);
        var request = request(path).header("Range", "bytes=" + has + "-").build();
        var patient = http().newBuilder().callTimeout(Duration.ZERO).build();
        try (var response = patient.newCall(request).execute()) {
            if (response.code() == NOTHING_MORE) {
                Files.write(into, new byte[0]);
                throw new IOException("the hub has less of it than came before");
            }
            if (!response.isSuccessful()) {
                throw refused(path, response);
            }
            boolean goesOn = response.code() == PARTIAL;
            append(response.body().byteStream(), into, goesOn ? wanted.bytes() - has : wanted.bytes(), goesOn);
        }
    }

    private static void append(InputStream from, Path into, long most, boolean goesOn) throws IOException {
        var way = goesOn ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING;
        try (var out = Files.newOutputStream(into, StandardOpenOption.WRITE, way)) {
            long left = most;
            for (byte[] next = from.readNBytes((int) Math.min(AT_ONCE, left));
                    next.length > 0;
                    next = from.readNBytes((int) Math.min(AT_ONCE, left))) {
                out.write(next);
                left -= next.length;
            }
        }
    }

    private Request.Builder request(String path) throws IOException {
        HubAddress hub = credentials.access().hub();
        var url = new HttpUrl.Builder()
                .scheme("https")
                .host(hub.host())
                .port(hub.httpsPort())
                .addPathSegments(path)
                .build();
        return new Request.Builder()
                .url(url)
                .header("Authorization", signature())
                .header("Accept-Encoding", "identity");
    }

    private byte[] get(String path) throws IOException {
        try (var response = http().newCall(request(path).build()).execute()) {
            if (!response.isSuccessful()) {
                throw refused(path, response);
            }
            return body(response);
        }
    }

    private static byte[] body(Response response) throws IOException {
        return response.body()
                .source()
                .readByteArray(Math.max(0, bounded(response.body().contentLength())));
    }

    private ProblemException refused(String path, Response response) throws IOException {
        if (response.code() >= 500) {
            throw new IOException("the hub answered " + response.code());
        }
        if (response.code() == UNAUTHORIZED) {
            credentials.refused();
        }
        return new ProblemException(refusal(path, response.code(), body(response)));
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
    public synchronized void breakOff() {
        if (http != null) {
            http.dispatcher().cancelAll();
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
