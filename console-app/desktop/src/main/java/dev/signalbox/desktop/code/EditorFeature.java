// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.code;

import org.reactfx.Subscription;

/// One thing the editor can do, such as colours or complaints.
public interface EditorFeature {
    /// Joins the editor; ending the subscription leaves it as it was.
    Subscription joins(CodeEditor editor);
}
