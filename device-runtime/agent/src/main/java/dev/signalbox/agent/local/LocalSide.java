// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.local;

import dev.signalbox.agent.step.Exchange;
import dev.signalbox.device.message.MethodAnswer;
import dev.signalbox.device.message.MethodCall;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.local.FromAgent;
import dev.signalbox.protocol.report.AppReport;
import dev.signalbox.protocol.report.LogLevel;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.protocol.topic.Reserved;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The node's side of local apps, whether its socket is open or not. A socket that cannot be opened is told, and the
/// node runs without it.
public final class LocalSide implements AutoCloseable {
    private static final int NO_SUCH_METHOD = 404;

    private final Optional<SocketFile> file;
    private final Surroundings around;
    private final AppExchange exchange;
    private volatile @Nullable LocalApps apps;

    /// @param file empty for none
    /// @param usual the ways of messages that are for no app
    public LocalSide(Optional<SocketFile> file, Exchange usual, Surroundings around) {
        this.file = file;
        this.around = around;
        this.exchange = new AppExchange(usual, this::command, around);
    }

    /// What services reach, apps included.
    public Exchange exchange() {
        return exchange;
    }

    /// Opens the socket.
    public void start() {
        try {
            apps = file.map(one -> LocalApps.listen(one, around)).orElse(null);
        } catch (ProblemException refused) {
            around.log().runtime(LogLevel.ERROR, refused.problem().toString());
        }
    }

    /// Says whether the node is connected to its hub.
    public void connection(boolean connected) {
        LocalApps open = apps;
        if (open != null) {
            open.connection(connected);
        }
    }

    public List<AppReport> reports() {
        LocalApps open = apps;
        return open == null ? List.of() : open.reports();
    }

    /// Answers the methods of the hub that are for apps; 404 to all others.
    public MethodAnswer method(MethodCall call) {
        return call.name().equals(Reserved.METHOD_LOCAL)
                ? new AppMethod(this::command).answer(call.payload())
                : new MethodAnswer(
                        NO_SUCH_METHOD,
                        Json.write(new Problem(
                                "node.no-such-method",
                                "The node has no method " + call.name() + ".",
                                "Check its name.")));
    }

    private int command(String app, FromAgent.Command command) {
        LocalApps open = apps;
        return open == null ? 0 : open.command(app, command);
    }

    @Override
    public void close() {
        LocalApps open = apps;
        if (open != null) {
            open.close();
        }
    }
}
