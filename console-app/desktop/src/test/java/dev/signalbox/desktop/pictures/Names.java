// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.pictures;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TreeView;
import org.fxmisc.richtext.GenericStyledArea;

/// Whoever hears the window instead of seeing it is told the name of each control: its own words, those of a label that
/// stands for it, or a text given for that.
final class Names {
    private Names() {}

    /// The controls under a node that can be seen and have no name, each by what is known of it.
    static List<String> missing(Node root) {
        var found = new ArrayList<String>();
        look(root, found);
        return found;
    }

    private static void look(Node node, List<String> found) {
        if (!node.isVisible()) {
            return;
        }
        if (needsName(node) && !hasName(node)) {
            found.add(path(node));
        }
        if (node instanceof Parent parent && !isWhole(node)) {
            parent.getChildrenUnmodifiable().forEach(child -> look(child, found));
        }
    }

    private static boolean needsName(Node node) {
        return node instanceof ButtonBase
                || node instanceof TextInputControl
                || node instanceof ComboBoxBase<?>
                || node instanceof ChoiceBox<?>
                || node instanceof Spinner<?>
                || node instanceof ListView<?>
                || node instanceof TableView<?>
                || node instanceof TreeView<?>
                || node instanceof GenericStyledArea<?, ?, ?>;
    }

    /// What it is made of has no names of its own.
    private static boolean isWhole(Node node) {
        return node instanceof TextInputControl
                || node instanceof ComboBoxBase<?>
                || node instanceof ChoiceBox<?>
                || node instanceof Spinner<?>
                || node instanceof ScrollBar
                || node instanceof GenericStyledArea<?, ?, ?>;
    }

    private static boolean hasName(Node node) {
        return isSaid(node.getAccessibleText())
                || (node instanceof Labeled labeled && isSaid(labeled.getText()))
                || node.queryAccessibleAttribute(AccessibleAttribute.LABELED_BY) != null;
    }

    private static boolean isSaid(String words) {
        return words != null && !words.isBlank();
    }

    private static String path(Node node) {
        var path = new StringBuilder();
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.getId() != null
                    || at instanceof Control
                    || !at.getStyleClass().isEmpty()) {
                path.append(path.isEmpty() ? "" : " in ")
                        .append(at.getClass().getSimpleName())
                        .append(at.getId() == null ? "" : "#" + at.getId())
                        .append(at.getStyleClass());
            }
        }
        return path.toString();
    }
}
