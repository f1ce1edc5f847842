// SPDX-License-Identifier: Apache-2.0
/// The door for operators and for nodes' bulk: HTTPS.
@NullMarked
package dev.signalbox.hub.http;

import org.jspecify.annotations.NullMarked;
