// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.delivery;

import dev.signalbox.device.message.Handling;
import dev.signalbox.device.message.WhenFull;
import dev.signalbox.device.outbox.NewMessage;
import dev.signalbox.protocol.codec.PropertyBags;
import dev.signalbox.protocol.codec.StreamHeaders;
import dev.signalbox.protocol.stream.StreamHeader;
import dev.signalbox.protocol.stream.StreamHeader.Form;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Makes of what a program sends what the outbox keeps: compressed where that is asked for and helps, large payloads
/// in files.
public final class Packing {
    private final LargePayloads large;

    public Packing(LargePayloads large) {
        this.large = large;
    }

    /// Throws ProblemException when the message is too large, or its payload cannot be kept.
    public NewMessage pack(StreamHeader header, byte[] payload, Handling how) {
        Optional<byte[]> smaller = Brotli.smaller(payload, how.compression());
        byte[] content = smaller.orElse(payload);
        boolean isLarge = content.length > LargePayloads.LARGEST_IN_MESSAGE;
        var shown = new StreamHeader(
                header.stream(),
                header.site(),
                header.ids(),
                new Form(smaller.isPresent(), isLarge),
                header.completes());
        String bag = PropertyBags.write(StreamHeaders.write(shown));
        MessageSize.checkProperties(bag);
        byte[] properties = bag.getBytes(StandardCharsets.UTF_8);
        return isLarge ? inFile(properties, content, how) : message(properties, content, "", 0, how);
    }

    private NewMessage inFile(byte[] properties, byte[] content, Handling how) {
        MessageSize.checkFile(content.length);
        return message(properties, new byte[0], large.keep(content), content.length, how);
    }

    private static NewMessage message(byte[] properties, byte[] payload, String file, long fileBytes, Handling how) {
        boolean givesWay = how.whenFull() == WhenFull.GIVE_WAY;
        return new NewMessage(how.priority().lane(), properties, payload, file, fileBytes, how.life(), givesWay);
    }

    /// The outbox did not keep it.
    public void drop(NewMessage message) {
        if (!message.largeFile().isEmpty()) {
            large.drop(message.largeFile());
        }
    }
}
