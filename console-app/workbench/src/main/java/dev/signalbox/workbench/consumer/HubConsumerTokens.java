// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.consumer;

import dev.signalbox.operator.consumer.ConsumerTokenMade;
import dev.signalbox.operator.consumer.ConsumerTokenView;
import dev.signalbox.operator.consumer.NewConsumerToken;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.workbench.link.HubLink;
import java.util.List;

/// Consumer tokens as the hub keeps them.
public final class HubConsumerTokens implements ConsumerTokens {
    private final HubLink hub;

    public HubConsumerTokens(HubLink hub) {
        this.hub = hub;
    }

    @Override
    public List<ConsumerTokenView> list() {
        return hub.list(hub.at(Paths.CONSUMER_TOKENS), ConsumerTokenView[].class);
    }

    @Override
    public ConsumerTokenMade make(NewConsumerToken token) {
        return hub.post(hub.at(Paths.CONSUMER_TOKENS), token, ConsumerTokenMade.class);
    }

    @Override
    public void delete(String name) {
        hub.delete(hub.at(Paths.CONSUMER_TOKENS, name));
    }

    @Override
    public String curl(long channel, String secret) {
        return "curl --cacert ca-certificate.pem --get " + hub.at("/gw/channels/" + channel + "/messages")
                + " --header 'Authorization: FlespiToken " + secret + "'"
                + " --data-urlencode 'data={\"curr_key\":0,\"timeout\":10}'";
    }
}
