// SPDX-License-Identifier: Apache-2.0
/// Trust in one hub: TLS that accepts the pinned certificate authority and no other.
@NullMarked
package dev.signalbox.device.tls;

import org.jspecify.annotations.NullMarked;
