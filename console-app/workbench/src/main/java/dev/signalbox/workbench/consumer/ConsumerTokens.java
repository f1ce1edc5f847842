// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.consumer;

import dev.signalbox.operator.consumer.ConsumerTokenMade;
import dev.signalbox.operator.consumer.ConsumerTokenView;
import dev.signalbox.operator.consumer.NewConsumerToken;
import java.util.List;

/// The tokens by which programs read streams. All calls ask the hub and wait for it; what goes wrong is a
/// ProblemException.
public interface ConsumerTokens {
    /// By name, also those that have ended.
    List<ConsumerTokenView> list();

    /// Makes a token and tells its secret, this once.
    ConsumerTokenMade make(NewConsumerToken token);

    /// Lets its program read no more, and forgets how far it has come.
    void delete(String name);

    /// What a person types to read a channel from the beginning.
    ///
    /// @param secret the token's
    String curl(long channel, String secret);
}
