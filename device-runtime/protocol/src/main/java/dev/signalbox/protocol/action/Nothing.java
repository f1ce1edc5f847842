// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.action;

/// A question that needs no words: `{}`.
public record Nothing() {}
