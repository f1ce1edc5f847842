// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.benchmarks.flow;

import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/// A sender and two routes of Apache Camel, which counts nothing.
final class CamelRow implements Row {
    private static final int PATIENCE_MINUTES = 10;

    private final String spoken;
    private final CamelContext context = new DefaultCamelContext();
    private final Semaphore arrived = new Semaphore(0);
    private final ProducerTemplate sender;
    private final Endpoint first;

    /// @param component of its endpoints
    /// @param options of them, from the question mark on
    CamelRow(String component, String options) throws Exception {
        this.spoken = "Camel's " + component;
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(component + ":first" + options).to(component + ":second" + options);
                from(component + ":second" + options).process(CamelRow.this::read);
            }
        });
        context.start();
        sender = context.createProducerTemplate();
        first = context.getEndpoint(component + ":first" + options);
    }

    /// A thread for each stage, and before each route a queue of as many messages as a mailbox has.
    static CamelRow seda() throws Exception {
        return new CamelRow("seda", "?size=1000&blockWhenFull=true");
    }

    /// All stages on the sender's thread, without queues.
    static CamelRow direct() throws Exception {
        return new CamelRow("direct", "");
    }

    private void read(Exchange exchange) throws InvalidPayloadException {
        if (exchange.getMessage().getMandatoryBody(Map.class).get("last") == Boolean.TRUE) {
            arrived.release();
        }
    }

    @Override
    public String spoken() {
        return spoken;
    }

    @Override
    public void carry(int messages) throws InterruptedException {
        for (int i = 1; i < messages; i++) {
            sender.sendBody(first, BODY);
        }
        sender.sendBody(first, LAST);
        if (!arrived.tryAcquire(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            throw new IllegalStateException("Not all of the messages arrived");
        }
    }

    @Override
    public void close() {
        context.stop();
    }
}
