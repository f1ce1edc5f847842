// SPDX-License-Identifier: Apache-2.0
/// What an author of a service writes against. It depends on nothing.
module dev.signalbox.api {
    requires static transitive org.jspecify;

    exports dev.signalbox.api;
}
