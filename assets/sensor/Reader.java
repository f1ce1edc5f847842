// SPDX-License-Identifier: Apache-2.0
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the default stream by key and counts the numbers in it. Ends with 0 only if each came, and came once.
public class Reader {
    private static final String MESSAGES = "/gw/channels/1/messages?data=";

    private final HttpClient http;
    private final String hub;
    private final String secret;
    private final Set<Integer> numbers = new HashSet<>();
    private int twice;

    Reader(Path ca, String hub, String secret) throws Exception {
        this.http = HttpClient.newBuilder().sslContext(trusting(ca)).build();
        this.hub = hub;
        this.secret = secret;
    }

    /// @param args the certificate of the hub's authority, the hub's address, a file with a consumer's secret, and how
    ///     many numbers there are to be
    public static void main(String[] args) throws Exception {
        var reader = new Reader(
                Path.of(args[0]), args[1], Files.readString(Path.of(args[2])).strip());
        int sent = Integer.parseInt(args[3]);
        reader.readToTheEnd();
        long missing = IntStream.rangeClosed(1, sent)
                .filter(number -> !reader.numbers.contains(number))
                .count();
        System.out.println("sent " + sent + ", arrived " + reader.numbers.size() + ", missing " + missing + ", twice "
                + reader.twice);
        System.exit(missing == 0 && reader.twice == 0 && reader.numbers.size() == sent ? 0 : 1);
    }

    /// Asks again from the key where the last answer ended, until nothing comes for five seconds.
    private void readToTheEnd() throws Exception {
        long key = 0;
        JsonNode page = read(key);
        while (!page.path("result").isEmpty()) {
            page.path("result").forEach(message -> note(message.path("number").asInt()));
            key = page.path("next_key").asLong();
            page = read(key);
        }
    }

    private void note(int number) {
        if (!numbers.add(number)) {
            twice++;
        }
    }

    private JsonNode read(long key) throws Exception {
        String data = URLEncoder.encode("{\"curr_key\":" + key + ",\"timeout\":5}", StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(URI.create(hub + MESSAGES + data))
                .header("Authorization", "FlespiToken " + secret)
                .build();
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return JsonMapper.shared().readTree(answer.body());
    }

    private static SSLContext trusting(Path ca) throws Exception {
        KeyStore known = KeyStore.getInstance(KeyStore.getDefaultType());
        known.load(null, null);
        try (InputStream pem = Files.newInputStream(ca)) {
            known.setCertificateEntry("hub", CertificateFactory.getInstance("X.509").generateCertificate(pem));
        }
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(known);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
