// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.entrance;

import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.Fields;
import dev.signalbox.desktop.kit.Problems;
import dev.signalbox.desktop.kit.Strip;
import dev.signalbox.protocol.report.Problem;
import javafx.beans.binding.Bindings;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What stands in the window for a person who has no session.
public final class EntranceView extends StackPane {
    private static final int LINES = 5;

    private final EntranceViewModel model;

    /// @param why there is no session
    /// @param again tries as before, once what was wrong is mended
    public EntranceView(EntranceViewModel model, Problem why, Runnable again) {
        this.model = model;
        getStyleClass().add("entrance");
        var title = new Label("Come in");
        title.getStyleClass().add("ask-title");
        var words = Fields.quiet(why.what()
                + (model.knowsHub()
                        ? " You come in with a password or with an invitation."
                        : " You come in with an invitation."));
        words.setId("entrance-why");
        var problems = new Problems();
        model.problem().subscribe(found -> found.ifPresentOrElse(problems::show, problems::clear));
        var ways = new Strip("way");
        if (model.knowsHub()) {
            ways.with("Password", signIn());
        }
        ways.with("Invitation", join());
        var remedy = Fields.quiet(why.remedy());
        remedy.getStyleClass().add("small-words");
        Button retry = Buttons.plain("Try again", again);
        retry.setId("entrance-retry");
        var card = new VBox(title, words, problems, ways, busy(), remedy, Fields.row(retry));
        card.getStyleClass().add("entrance-card");
        card.setMaxHeight(USE_PREF_SIZE);
        getChildren().add(card);
    }

    private Node signIn() {
        var name = field(new TextField(), "entrance-name", model.name());
        var password = field(new PasswordField(), "entrance-password", model.password());
        password.setOnAction(e -> model.personSignsIn());
        Button go = Buttons.primary("Sign in", model::personSignsIn);
        go.setId("entrance-sign-in");
        go.disableProperty().bind(model.canSignIn().not());
        return form(
                Fields.named("Name", name, new Label()),
                Fields.named("Password", password, new Label()),
                Fields.row(go));
    }

    private Node join() {
        var invitation = new TextArea();
        invitation.setId("entrance-invitation");
        invitation.setPromptText("signalbox-invitation.…");
        invitation.setPrefRowCount(LINES);
        invitation.setWrapText(true);
        invitation.getStyleClass().add("mono");
        invitation.textProperty().bindBidirectional(model.invitation());
        var invited = Fields.quiet("");
        invited.setId("entrance-invited");
        invited.textProperty()
                .bind(Bindings.createStringBinding(model::invited, model.invitation(), model.invitationComplaint()));
        invited.managedProperty().bind(invited.textProperty().isNotEmpty());
        var fresh = field(new PasswordField(), "entrance-fresh", model.fresh());
        var again = field(new PasswordField(), "entrance-again", model.again());
        again.setOnAction(e -> model.personJoins());
        Button go = Buttons.primary("Come in", model::personJoins);
        go.setId("entrance-join");
        go.disableProperty().bind(model.canJoin().not());
        return form(
                Fields.named("Invitation", invitation, complaint(model.invitationComplaint())),
                invited,
                Fields.named("A password for you", fresh, complaint(model.freshComplaint())),
                Fields.named("Once more", again, complaint(model.againComplaint())),
                Fields.row(go));
    }

    private static <F extends TextField> F field(F field, String id, StringProperty typed) {
        field.setId(id);
        field.textProperty().bindBidirectional(typed);
        return field;
    }

    private static Label complaint(javafx.beans.value.ObservableValue<String> words) {
        var label = new Label();
        label.getStyleClass().add("bad");
        label.textProperty().bind(words);
        return label;
    }

    private static Node form(Node... parts) {
        var form = new VBox(parts);
        form.getStyleClass().add("entrance-form");
        return form;
    }

    private ProgressBar busy() {
        var bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.visibleProperty().bind(model.isBusy());
        return bar;
    }
}
