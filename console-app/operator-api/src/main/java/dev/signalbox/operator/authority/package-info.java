// SPDX-License-Identifier: Apache-2.0
/// Authorities that sign devices' certificates.
@NullMarked
package dev.signalbox.operator.authority;

import org.jspecify.annotations.NullMarked;
