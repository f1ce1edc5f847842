// SPDX-License-Identifier: Apache-2.0
/// What runs one Java service in a process of its own, and speaks with the node. Loads little, so
/// that it starts soon.
@NullMarked
package dev.signalbox.agent.isolated.host;

import org.jspecify.annotations.NullMarked;
