// SPDX-License-Identifier: Apache-2.0
/// The connection to the hub: made, kept, renewed and made again, one MQTT client at a time.
@NullMarked
package dev.signalbox.device.link;

import org.jspecify.annotations.NullMarked;
