// SPDX-License-Identifier: Apache-2.0
/// Unmodified clients of other makers against our own hub.
package dev.signalbox.acceptance;
