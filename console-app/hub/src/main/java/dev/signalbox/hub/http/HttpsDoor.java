// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.http;

import dev.signalbox.hub.azure.AzureRoutes;
import dev.signalbox.hub.flespi.FlespiRoutes;
import dev.signalbox.hub.live.Notices;
import dev.signalbox.hub.mqtt.WebSocketDoor;
import dev.signalbox.hub.spotflow.OperatorDoor;
import dev.signalbox.hub.spotflow.SpotflowRoutes;
import dev.signalbox.hub.stranger.Strangers;
import dev.signalbox.operator.session.Paths;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Executor;

/// Where operators, nodes, back ends, and devices over WebSocket knock: one port, told apart by path.
public final class HttpsDoor {
    private static final long LARGEST_BODY = 16L * 1024 * 1024;
    private static final long LARGEST_SIGN_IN = 16L * 1024;
    /// In seconds, and longer than the longest keep-alive that IoT Hub takes.
    private static final int LONGEST_SILENCE = 1800;

    /// All that answers requests.
    public record Routes(
            SignInRoutes signIn,
            AuthoringRoutes authoring,
            ReleaseRoutes releases,
            RegistryRoutes registry,
            NodeActionRoutes actions,
            FileRoutes files,
            NodeRoutes nodes,
            PackageRoutes packages,
            LiveRoutes live,
            PolicyRoutes policies,
            AuthorityRoutes authorities,
            IdentityRoutes identities,
            DeviceTalkRoutes talk,
            QueryRoutes queries,
            JobRoutes jobs,
            ProvisioningRoutes provisioning,
            SpotflowRoutes spotflow,
            Reading reading,
            AzureRoutes azure,
            WebSocketDoor devices) {}

    /// How messages are taken in, and how streams are read by operators and by programs.
    public record Reading(
            IntakeRoutes intake,
            StreamRoutes streams,
            DeadLetterRoutes letters,
            ConsumerTokenRoutes consumers,
            FlespiRoutes channels) {
        private void add(Router router, Desk desk) {
            streams.add(router, desk);
            letters.add(router, desk);
            intake.add(router, desk);
            consumers.add(router, desk);
            channels.add(router);
        }
    }

    private final Vertx vertx;
    private final Desk desk;
    private final Routes routes;
    private final Strangers strangers;

    public HttpsDoor(Vertx vertx, Executor blocking, Notices notices, Routes routes) {
        this.vertx = vertx;
        this.desk = new Desk(blocking, notices);
        this.routes = routes;
        this.strangers = new Strangers(vertx);
    }

    /// Begins to listen; `options` say where and with which certificate.
    public HttpServer server(HttpServerOptions options) {
        options.setUseAlpn(false);
        options.setTcpNoDelay(true);
        options.setIdleTimeout(LONGEST_SILENCE);
        options.setWebSocketSubProtocols(List.of("mqtt"));
        options.setMaxWebSocketFrameSize(WebSocketDoor.LARGEST_FRAME);
        options.setPerMessageWebSocketCompressionSupported(false);
        options.setPerFrameWebSocketCompressionSupported(false);
        return vertx.createHttpServer(options)
                .connectionHandler(strangers::came)
                .requestHandler(router());
    }

    private Router router() {
        Router router = Router.router(vertx);
        router.route().handler(strangers::asks);
        router.route().handler(HttpsDoor::inTurn);
        router.route().handler(HttpsDoor::tellTime);
        router.get(WebSocketDoor.PATH).handler(this::webSocket);
        router.route(Paths.SIGN_IN).handler(body(LARGEST_SIGN_IN));
        routes.signIn().add(router, desk);
        var operators = routes.signIn().operatorsOnly(desk);
        router.route("/api/*").handler(operators);
        routes.packages().addUpload(router, desk);
        router.route("/api/*").handler(body(LARGEST_BODY));
        router.route("/live/*").handler(operators);
        router.route("/node/*").handler(routes.signIn().nodesOnly(desk));
        routes.authoring().add(router, desk);
        routes.releases().add(router, desk);
        routes.registry().add(router, desk);
        routes.actions().add(router, desk);
        routes.files().add(router, desk);
        routes.nodes().add(router, desk);
        routes.packages().add(router, desk);
        routes.live().add(router);
        routes.policies().add(router, desk);
        routes.authorities().add(router, desk);
        routes.identities().add(router, desk);
        routes.talk().add(router, desk);
        routes.queries().add(router, desk);
        routes.jobs().add(router, desk);
        routes.provisioning().add(router, desk);
        routes.spotflow().add(router, new OperatorDoor(operators, context -> new Request(context).operator()));
        routes.reading().add(router, desk);
        routes.azure().add(router);
        router.route().failureHandler(desk::failed);
        for (int status : new int[] {400, 404, 405, 413, 500}) {
            router.errorHandler(status, desk::failed);
        }
        return router;
    }

    /// Who has not taken the answers to what he asked before has to wait: they would pile up here. Meanwhile nothing
    /// more of him is read.
    private static void inTurn(RoutingContext context) {
        HttpServerResponse response = context.response();
        if (!response.writeQueueFull()) {
            context.next();
            return;
        }
        context.request().pause();
        response.drainHandler(_ -> {
            response.drainHandler(null);
            context.request().resume();
            context.next();
        });
    }

    /// For devices whose own clock is wrong.
    private static void tellTime(RoutingContext context) {
        String now = DateTimeFormatter.RFC_1123_DATE_TIME.format(OffsetDateTime.now(ZoneOffset.UTC));
        context.response().putHeader("Date", now);
        context.next();
    }

    /// Who comes this way has to show who he is at the MQTT door.
    private void webSocket(RoutingContext context) {
        Strangers.isKnown(context);
        routes.devices().enter(context.request());
    }

    private static BodyHandler body(long limit) {
        return BodyHandler.create(false).setBodyLimit(limit);
    }
}
