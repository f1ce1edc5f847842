// SPDX-License-Identifier: Apache-2.0
/// TLS between a test and what it tests.
@NullMarked
package dev.signalbox.testing.tls;

import org.jspecify.annotations.NullMarked;
