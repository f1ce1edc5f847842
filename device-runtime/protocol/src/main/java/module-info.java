// SPDX-License-Identifier: Apache-2.0
/// The words of the wire: values, and in `codec` how they are written, read, signed and checked.
module dev.signalbox.protocol {
    requires static transitive org.jspecify;
    requires transitive com.fasterxml.jackson.annotation;
    requires transitive tools.jackson.databind;

    exports dev.signalbox.protocol.action;
    exports dev.signalbox.protocol.codec;
    exports dev.signalbox.protocol.codec.query;
    exports dev.signalbox.protocol.identity;
    exports dev.signalbox.protocol.local;
    exports dev.signalbox.protocol.query;
    exports dev.signalbox.protocol.provisioning;
    exports dev.signalbox.protocol.release;
    exports dev.signalbox.protocol.report;
    exports dev.signalbox.protocol.stream;
    exports dev.signalbox.protocol.topic;
    exports dev.signalbox.protocol.trust;

    opens dev.signalbox.protocol.action to
            tools.jackson.databind;
    opens dev.signalbox.protocol.identity to
            tools.jackson.databind;
    opens dev.signalbox.protocol.local to
            tools.jackson.databind;
    opens dev.signalbox.protocol.provisioning to
            tools.jackson.databind;
    opens dev.signalbox.protocol.release to
            tools.jackson.databind;
    opens dev.signalbox.protocol.report to
            tools.jackson.databind;
    opens dev.signalbox.protocol.trust to
            tools.jackson.databind;
}
