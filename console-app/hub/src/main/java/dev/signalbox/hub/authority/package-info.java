// SPDX-License-Identifier: Apache-2.0
/// Authorities that sign devices' certificates, and whom they let in.
@NullMarked
package dev.signalbox.hub.authority;

import org.jspecify.annotations.NullMarked;
