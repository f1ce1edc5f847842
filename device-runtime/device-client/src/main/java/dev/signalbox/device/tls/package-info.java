// SPDX-License-Identifier: Apache-2.0
/// Trusting one hub's own certificate authority and no other.
@NullMarked
package dev.signalbox.device.tls;

import org.jspecify.annotations.NullMarked;
