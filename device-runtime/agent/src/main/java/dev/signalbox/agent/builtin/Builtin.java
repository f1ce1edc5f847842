// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.builtin;

/// One built-in destination.
@FunctionalInterface
interface Builtin {
    /// Does it, or answers false when it has no such action. On the caller's thread; from any thread.
    boolean act(Call call);
}
