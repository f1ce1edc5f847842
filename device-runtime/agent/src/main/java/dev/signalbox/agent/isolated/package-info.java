// SPDX-License-Identifier: Apache-2.0
/// Java services in processes of their own: what the node does for them. What runs in the process is
/// in `host`.
@NullMarked
package dev.signalbox.agent.isolated;

import org.jspecify.annotations.NullMarked;
