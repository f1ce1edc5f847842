// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.codec;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Shared access signatures as IoT Hub has them: HMAC-SHA256 with the device's key over `sr` exactly as sent, a line
/// feed, and the expiry in epoch seconds.
public final class SasTokens {
    private static final String PREFIX = "SharedAccessSignature ";
    private static final long LATEST = Instant.MAX.getEpochSecond();

    private SasTokens() {}

    /// A token for the resource, such as `host/devices/id`.
    ///
    /// @param base64Key the shared access key
    public static String make(String resource, String base64Key, Instant expiry) {
        String sr = URLEncoder.encode(resource, StandardCharsets.UTF_8);
        String sig = URLEncoder.encode(signature(sr, expiry.getEpochSecond(), base64Key), StandardCharsets.UTF_8);
        return PREFIX + "sr=" + sr + "&sig=" + sig + "&se=" + expiry.getEpochSecond();
    }

    /// Whether the token is good: signed with the key, not expired, and for the resource or something above it.
    /// Resources are compared without regard to case; fields may come in any order, `sr` encoded or not.
    public static boolean isGood(String token, String resource, String base64Key, Instant now) {
        try {
            if (!token.startsWith(PREFIX) || token.length() > 4096) {
                return false;
            }
            Map<String, String> fields = fields(token.substring(PREFIX.length()));
            String sr = fields.getOrDefault("sr", "");
            long expiry = Long.parseLong(fields.getOrDefault("se", "0"));
            byte[] expected = signature(sr, expiry, base64Key).getBytes(StandardCharsets.US_ASCII);
            byte[] given = decodedSignature(fields.getOrDefault("sig", "")).getBytes(StandardCharsets.UTF_8);
            return MessageDigest.isEqual(expected, given)
                    && expiry > now.getEpochSecond()
                    && covers(URLDecoder.decode(sr, StandardCharsets.UTF_8), resource);
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    /// The shared access policy that a token says it is made with; empty when it is made with the device's own key.
    public static Optional<String> policy(String token) {
        try {
            return Optional.ofNullable(
                            fields(token.replaceFirst("^" + PREFIX, "")).get("skn"))
                    .map(name -> URLDecoder.decode(name, StandardCharsets.UTF_8))
                    .filter(name -> !name.isEmpty());
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /// When a token expires; empty when it does not say so, and then it is good for nothing.
    public static Optional<Instant> expiry(String token) {
        try {
            String seconds = fields(token.replaceFirst("^" + PREFIX, "")).getOrDefault("se", "");
            return Optional.of(Instant.ofEpochSecond(Math.clamp(Long.parseLong(seconds), 0, LATEST)));
        } catch (NumberFormatException malformed) {
            return Optional.empty();
        }
    }

    private static boolean covers(String granted, String resource) {
        return !granted.isEmpty()
                && (resource.equalsIgnoreCase(granted)
                        || resource.regionMatches(true, 0, granted + "/", 0, granted.length() + 1));
    }

    /// A `+` in an unencoded signature is a plus, not a blank.
    private static String decodedSignature(String sig) {
        return URLDecoder.decode(sig.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static Map<String, String> fields(String text) {
        var fields = new HashMap<String, String>();
        for (String field : text.split("&", 16)) {
            int equals = field.indexOf('=');
            if (equals > 0) {
                fields.put(field.substring(0, equals), field.substring(equals + 1));
            }
        }
        return fields;
    }

    private static String signature(String sr, long expiry, String base64Key) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(base64Key), "HmacSHA256"));
            byte[] sig = mac.doFinal((sr + "\n" + expiry).getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(sig);
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
