// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.packages;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/// How a desk asks a repository: over HTTPS, also where it is sent on to; over an open line only on this machine.
final class MavenClient {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "::1");

    private static final int MOST_HOPS = 5;

    private MavenClient() {}

    /// @param longest for one file
    static OkHttpClient open(Duration longest) {
        return new OkHttpClient.Builder()
                .connectTimeout(Duration.ofSeconds(10))
                .readTimeout(Duration.ofSeconds(20))
                .callTimeout(longest)
                .followRedirects(false)
                .build();
    }

    /// Asks, and goes where it is sent on to, if nobody on the way can change what comes.
    static Response ask(OkHttpClient http, Request request) throws IOException {
        Request next = request;
        for (int hops = 0; hops <= MOST_HOPS; hops++) {
            Response answer = http.newCall(next).execute();
            HttpUrl further = answer.isRedirect() ? next.url().resolve(answer.header("Location", "")) : null;
            if (further == null) {
                return answer;
            }
            answer.close();
            if (!mayAsk(further)) {
                throw new IOException("it sends on to " + further.host() + " over an open line");
            }
            next = next.newBuilder().url(further).build();
        }
        throw new IOException("it sends on and on");
    }

    /// Whether nobody on the way can change what comes from there.
    static boolean mayAsk(HttpUrl url) {
        return url.isHttps() || THIS_MACHINE.contains(url.host());
    }

    static void close(OkHttpClient http) {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
