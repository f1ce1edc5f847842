// SPDX-License-Identifier: Apache-2.0
/// What devices say became of their messages, beside what the hub counted.
@NullMarked
package dev.signalbox.hub.account;

import org.jspecify.annotations.NullMarked;
