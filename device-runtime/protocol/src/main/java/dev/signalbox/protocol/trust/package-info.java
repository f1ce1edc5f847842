// SPDX-License-Identifier: Apache-2.0
/// Digests, signed envelopes and the document that says whose signatures count.
@NullMarked
package dev.signalbox.protocol.trust;

import org.jspecify.annotations.NullMarked;
