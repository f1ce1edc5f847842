// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.http;

import dev.signalbox.hub.audit.AuditLog;
import dev.signalbox.hub.azure.AzureRoutes;
import dev.signalbox.hub.flespi.FlespiRoutes;
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

/// Where operators, nodes, back ends, and devices over WebSocket knock: one port, told apart by path.
public final class HttpsDoor {
    private static final long LARGEST_BODY = 16L * 1024 * 1024;
    private static final long LARGEST_SIGN_IN = 16L * 1024;
    /// In seconds, and longer than the longest keep-alive that IoT Hub takes.
    private static final int LONGEST_SILENCE = 1800;

    /// All that answers requests.
    public record Routes(
            SignInRoutes signIn,
            OperatorRoutes operators,
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
        private void add(OperatorRouter router, Desk desk) {
            streams.add(router, desk);
            letters.add(router, desk);
            intake.add(router, desk);
            consumers.add(router, desk);
        }
    }

    private final Vertx vertx;
    private final Desk desk;
    private final Routes routes;
    private final AuditLog audit;
    private final Strangers strangers;

    /// @param audit where what operators do is written down
    public HttpsDoor(Vertx vertx, Desk desk, AuditLog audit, Routes routes) {
        this.vertx = vertx;
        this.desk = desk;
        this.audit = audit;
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
        router.route(Paths.JOIN).handler(body(LARGEST_SIGN_IN));
        routes.signIn().addForStrangers(router, desk);
        addForOperators(router);
        addForNodes(router);
        routes.reading().channels().add(router);
        routes.azure().add(router);
        router.route().failureHandler(desk::failed);
        for (int status : new int[] {400, 404, 405, 413, 500}) {
            router.errorHandler(status, desk::failed);
        }
        return router;
    }

    private void addForOperators(Router router) {
        var signedIn = routes.signIn().operatorsOnly(desk);
        var rights = new OperatorRouter(router, desk, audit);
        router.route("/api/*").handler(signedIn);
        routes.packages().addUpload(rights, desk);
        router.route("/api/*").handler(body(LARGEST_BODY));
        router.route("/live/*").handler(signedIn);
        router.route("/live/*").handler(routes.signIn()::watch);
        routes.signIn().add(rights, desk);
        routes.operators().add(rights, desk);
        routes.authoring().add(rights, desk);
        routes.releases().add(rights, desk);
        routes.registry().add(rights, desk);
        routes.actions().add(rights, desk);
        routes.files().add(rights, desk);
        routes.packages().add(rights, desk);
        routes.live().add(rights);
        routes.policies().add(rights, desk);
        routes.authorities().add(rights, desk);
        routes.identities().add(rights, desk);
        routes.talk().add(rights, desk);
        routes.queries().add(rights, desk);
        routes.jobs().add(rights, desk);
        routes.provisioning().add(rights, desk);
        routes.reading().add(rights, desk);
        routes.spotflow()
                .add(router, new OperatorDoor(signedIn, rights::on, context -> new Request(context).operator()));
    }

    private void addForNodes(Router router) {
        router.route("/node/*").handler(routes.signIn().nodesOnly(desk));
        routes.nodes().add(router, desk);
        routes.packages().addForNodes(router, desk);
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
