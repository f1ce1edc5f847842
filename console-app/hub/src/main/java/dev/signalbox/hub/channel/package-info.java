// SPDX-License-Identifier: Apache-2.0
/// How programs read streams as channels: with which token, how long they wait, and in which words messages come.
@NullMarked
package dev.signalbox.hub.channel;

import org.jspecify.annotations.NullMarked;
