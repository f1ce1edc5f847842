// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.topic;

/// Names that Signalbox keeps for itself inside the IoT Hub dialect.
public enum Reserved {
    /// Desired and reported property that holds the release order and the node's answer.
    TWIN_PROPERTY("signalbox"),
    /// Property of a D2C message that says what it is to the hub: `log`, `state` or `account`.
    KIND("signalbox-kind"),
    /// The outbox a message comes from; a new outbox file starts a new epoch.
    EPOCH("signalbox-epoch"),
    /// Number of the message in its epoch; grows by at least one.
    SEQUENCE("signalbox-seq"),
    /// Address of the step that submitted the message.
    STEP("signalbox-step"),
    /// Name of the local app that submitted the message.
    APP("signalbox-app");

    /// How all reserved names of D2C properties begin.
    public static final String PREFIX = "signalbox-";

    /// Value of KIND: a JSON array of `report.LogLine`.
    public static final String KIND_LOG = "log";

    /// Value of KIND: a `report.NodeReport`.
    public static final String KIND_STATE = "state";

    /// Value of KIND: a `report.Account`.
    public static final String KIND_ACCOUNT = "account";

    /// Value of KIND: a `report.NodeFigures`.
    public static final String KIND_FIGURES = "figures";

    /// How all methods begin that only the hub calls, of nodes only. Those for operators are
    /// `action.NodeMethod`.
    public static final String METHOD_PREFIX = "signalbox.";

    /// Method that hands a local app a command: a `local.AppCommand`.
    public static final String METHOD_LOCAL = "signalbox.local";

    private final String wireName;

    Reserved(String wireName) {
        this.wireName = wireName;
    }

    /// The name as it stands on the wire.
    public String wireName() {
        return wireName;
    }
}
