// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.http;

import dev.signalbox.hub.account.Accounts;
import dev.signalbox.hub.backend.BackendTwins;
import dev.signalbox.hub.backend.TwinViews;
import dev.signalbox.hub.cloud.CloudMessages;
import dev.signalbox.hub.method.AppCommands;
import dev.signalbox.hub.method.MethodCall;
import dev.signalbox.hub.method.Methods;
import dev.signalbox.operator.device.MessageQueue;
import dev.signalbox.operator.device.MethodAnswer;
import dev.signalbox.operator.device.MethodQuestion;
import dev.signalbox.operator.device.PurgedMessages;
import dev.signalbox.operator.device.TwinChange;
import dev.signalbox.operator.operator.Right;
import dev.signalbox.protocol.identity.ClientId;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.local.AppCommand;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// What operators say to devices and modules, and hear from them: twins, methods, waiting messages, accounts.
public final class DeviceTalkRoutes {
    private final BackendTwins twins;
    private final Methods methods;
    private final CloudMessages cloud;
    private final Accounts accounts;

    public DeviceTalkRoutes(BackendTwins twins, Methods methods, CloudMessages cloud, Accounts accounts) {
        this.twins = twins;
        this.methods = methods;
        this.cloud = cloud;
        this.accounts = accounts;
    }

    void add(OperatorRouter router, Desk desk) {
        for (String who : List.of(IdentityRoutes.DEVICE, IdentityRoutes.MODULE)) {
            router.look(who + "/twin").handler(desk.answer(this::twin));
            router.put(who + "/twin", Right.OPERATE, "changes the twin of " + IdentityRoutes.words(who))
                    .handler(desk.answer(this::changeTwin));
            router.post(who + "/methods", Right.OPERATE, "calls {name} of " + IdentityRoutes.words(who))
                    .handler(desk.answerLater(this::call));
        }
        router.post(IdentityRoutes.DEVICE + "/apps", Right.OPERATE, "sends an app of device :id a command")
                .handler(desk.answerLater(this::tellApp));
        String messages = IdentityRoutes.DEVICE + "/messages";
        router.look(messages).handler(desk.answer(request -> Answer.json(queue(request.device()))));
        router.delete(messages, Right.OPERATE, "empties the queue of device :id")
                .handler(desk.answer(this::purge));
        router.look(IdentityRoutes.DEVICE + "/account")
                .handler(desk.answer(request -> Answer.json(accounts.get(request.device()))));
    }

    private Answer twin(Request request) {
        return Answer.json(TwinViews.of(twins.dated(request.client())));
    }

    private Answer changeTwin(Request request) {
        var edit = TwinViews.edit(request.body(TwinChange.class));
        twins.edit(request.client(), edit, request.etag("*"));
        return twin(request);
    }

    private CompletableFuture<Answer> call(Request request) {
        ClientId target = request.client();
        var asked = request.body(MethodQuestion.class);
        var call = new MethodCall(
                asked.name(),
                Optional.of(asked.payload()),
                Duration.ofSeconds(asked.connectTimeoutSeconds()),
                Duration.ofSeconds(asked.responseTimeoutSeconds()));
        twins.get(target);
        return methods.call(target, call)
                .thenApply(result -> Answer.json(new MethodAnswer(result.status(), result.payload())));
    }

    private CompletableFuture<Answer> tellApp(Request request) {
        DeviceId node = request.device();
        twins.get(ClientId.of(node));
        return new AppCommands(methods)
                .tell(node, request.body(AppCommand.class))
                .thenApply(Answer::json);
    }

    private MessageQueue queue(DeviceId device) {
        twins.get(ClientId.of(device));
        return cloud.queue(device);
    }

    private Answer purge(Request request) {
        twins.get(ClientId.of(request.device()));
        return Answer.json(new PurgedMessages(cloud.purge(request.device())));
    }
}
