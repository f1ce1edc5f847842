// SPDX-License-Identifier: Apache-2.0
/// What joins a program to the node on its machine, over a Unix socket.
module dev.signalbox.local {
    requires static transitive org.jspecify;
    requires transitive dev.signalbox.protocol;

    exports dev.signalbox.local.app;
    exports dev.signalbox.local.message;
}
