// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.engine.weave;

/// A service called what would end or change the whole node, such as `System.exit`. The message names call, line and
/// what to do instead. The service is not stopped by it: an author may catch it, otherwise the step dies.
public final class CallRefused extends Error {
    CallRefused(String message) {
        super(message);
    }
}
