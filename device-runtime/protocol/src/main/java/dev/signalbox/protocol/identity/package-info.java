// SPDX-License-Identifier: Apache-2.0
/// Who is who: device ids, hub addresses, the strings a device is given.
@NullMarked
package dev.signalbox.protocol.identity;

import org.jspecify.annotations.NullMarked;
