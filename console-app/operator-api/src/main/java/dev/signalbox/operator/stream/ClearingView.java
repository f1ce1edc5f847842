// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.stream;

import java.time.Instant;

/// How far the clearing of dead letters has come.
///
/// @param letters so many it is about
/// @param done so many of them were handled
/// @param stayed so many of these are dead letters still, or again
/// @param by the operator who asked for it
/// @param running false once it has ended
public record ClearingView(
        ClearingWay way,
        String reason,
        long letters,
        long done,
        long stayed,
        Instant since,
        String by,
        boolean running) {}
