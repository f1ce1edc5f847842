// SPDX-License-Identifier: Apache-2.0
/// The hub's own certificate authority and the certificate it serves.
@NullMarked
package dev.signalbox.hub.certificate;

import org.jspecify.annotations.NullMarked;
