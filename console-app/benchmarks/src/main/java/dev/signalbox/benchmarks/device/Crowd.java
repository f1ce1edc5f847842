// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.benchmarks.device;

import dev.signalbox.protocol.identity.DeviceId;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import javax.net.ssl.SSLException;

/// Connects many devices to one broker, over TLS, on one thread: what is left of the machine is the broker's.
final class Crowd implements AutoCloseable {
    private static final int CONNECTING_AT_ONCE = 64;

    private final Broker broker;
    private final SslContext tls;
    private final EventLoopGroup thread = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final Queue<Connection> connected = new ConcurrentLinkedQueue<>();

    Broker broker() {
        return broker;
    }

    Crowd(Broker broker) throws SSLException {
        this.broker = broker;
        this.tls = SslContextBuilder.forClient()
                .trustManager(broker.caFile().toFile())
                .build();
    }

    /// Connects devices 0 to that many, and waits until all have signed in.
    List<Connection> connect(int devices) {
        var places = new Semaphore(CONNECTING_AT_ONCE);
        List<CompletableFuture<Connection>> coming = IntStream.range(0, devices)
                .mapToObj(number -> {
                    places.acquireUninterruptibly();
                    return connect(Devices.id(number)).whenComplete((_, _) -> places.release());
                })
                .toList();
        return coming.stream().map(CompletableFuture::join).toList();
    }

    /// Lets all answer direct methods, and waits until all may be called.
    void listen() {
        connected.stream().map(Connection::listen).toList().forEach(CompletableFuture::join);
    }

    /// Ends all connections without a word, as a power cut does.
    void drop() {
        connected.forEach(Connection::drop);
        connected.clear();
    }

    /// Connects one more; the future ends once it has signed in.
    CompletableFuture<Connection> connect(DeviceId id) {
        var connection = new Connection(id);
        new Bootstrap()
                .group(thread)
                .channel(NioSocketChannel.class)
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline()
                                .addLast(
                                        tls.newHandler(channel.alloc(), Broker.HOST, broker.port()),
                                        new MqttDecoder(),
                                        MqttEncoder.INSTANCE,
                                        connection);
                    }
                })
                .connect(Broker.HOST, broker.port())
                .addListener(connecting -> {
                    if (!connecting.isSuccess()) {
                        connection.signedIn().completeExceptionally(connecting.cause());
                    }
                });
        connected.add(connection);
        return connection.signedIn();
    }

    @Override
    public void close() {
        thread.shutdownGracefully().syncUninterruptibly();
    }
}
