// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.http;

import dev.signalbox.hub.complete.Complete;
import dev.signalbox.hub.operator.Caller;
import dev.signalbox.hub.stranger.Strangers;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.ClientId;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.release.ServiceVersion;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/// What handlers need of a request, read in the types of the wire.
final class Request {
    private static final String WHO = "who";
    private static final String BEARER = "Bearer ";

    private final RoutingContext context;

    Request(RoutingContext context) {
        this.context = context;
    }

    static void authorised(RoutingContext context, Object who) {
        context.put(WHO, who);
        Strangers.isKnown(context);
    }

    /// Whether nobody has shown who he is.
    static boolean isStranger(RoutingContext context) {
        return context.get(WHO) == null;
    }

    /// Who asks and whence, in words for the log.
    static String from(RoutingContext context) {
        Object who = context.get(WHO);
        String name = who == null ? "somebody" : who instanceof DeviceId node ? "node " + node : "operator " + who;
        return name + " from " + context.request().remoteAddress().hostAddress();
    }

    /// Whence it comes.
    String address() {
        return context.request().remoteAddress().hostAddress();
    }

    /// The operator who asks.
    Caller caller() {
        return (Caller) context.get(WHO);
    }

    /// Name of the operator who asks.
    String operator() {
        return caller().name();
    }

    /// What an operator shows; empty if nothing.
    String bearer() {
        String header = context.request().getHeader("Authorization");
        return header != null && header.startsWith(BEARER)
                ? header.substring(BEARER.length()).strip()
                : "";
    }

    /// The node that asks.
    DeviceId node() {
        return (DeviceId) context.get(WHO);
    }

    String path(String name) {
        return String.valueOf(context.pathParam(name));
    }

    /// A parameter of the query.
    Optional<String> query(String name) {
        return context.queryParam(name).stream()
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    DeviceId device() {
        return new DeviceId(path("id"));
    }

    /// The device, or its module if the path names one.
    ClientId client() {
        return new ClientId(device(), Optional.ofNullable(context.pathParam("module")));
    }

    ServiceVersion version() {
        return ServiceVersion.parse(path("version"));
    }

    long number() {
        return Long.parseLong(path("number"));
    }

    <T> T body(Class<T> type) {
        Buffer body = context.body().buffer();
        if (body == null) {
            throw new ProblemException(HttpProblems.badValue("its body is missing"));
        }
        return Complete.read(body.getBytes(), type);
    }

    /// How many bytes its body was announced to have; 0 if nothing was said.
    long length() {
        String announced = context.request().getHeader("Content-Length");
        return announced != null && announced.matches("\\d{1,18}") ? Long.parseLong(announced) : 0;
    }

    byte[] bytes() {
        Buffer body = context.body().buffer();
        return body == null ? new byte[0] : body.getBytes();
    }

    /// What an edit was made from: `If-Match`, else what the body says.
    String etag(String inBody) {
        String header = context.request().getHeader("If-Match");
        return header == null ? inBody : header.strip().replaceFirst("^W/", "").replaceAll("^\"|\"$", "");
    }

    /// An edit must name in its body what its path names.
    static void same(String path, String body) {
        if (!path.equals(body)) {
            throw new ProblemException(HttpProblems.mismatch(path, body));
        }
    }
}
