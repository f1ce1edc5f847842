// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.cloud;

import java.util.Map;

/// What became of a message, in IoT Hub's words.
enum Outcome {
    SUCCESS("Success"),
    EXPIRED("Expired"),
    DELIVERY_COUNT_EXCEEDED("DeliveryCountExceeded"),
    PURGED("Purged");

    private final String wireName;

    Outcome(String wireName) {
        this.wireName = wireName;
    }

    String wireName() {
        return wireName;
    }

    /// Whether the sender of a message with this bag wants to hear of it.
    boolean isWanted(Map<String, String> bag) {
        return switch (bag.getOrDefault("iothub-ack", "none")) {
            case "full" -> true;
            case "positive" -> this == SUCCESS;
            case "negative" -> this != SUCCESS;
            default -> false;
        };
    }
}
