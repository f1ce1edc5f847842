// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.editor;

import org.reactfx.Subscription;

/// One thing the editor can do, such as colours or complaints.
interface EditorFeature {
    /// Joins the editor; ending the subscription leaves it as it was.
    Subscription joins(CodeEditor editor);
}
