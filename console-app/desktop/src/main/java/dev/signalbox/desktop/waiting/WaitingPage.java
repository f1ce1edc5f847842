// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.waiting;

import dev.signalbox.desktop.kit.Ask;
import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.desktop.kit.Page;
import dev.signalbox.desktop.kit.Place;
import dev.signalbox.desktop.kit.Strip;
import dev.signalbox.operator.provisioning.OperationState;
import dev.signalbox.operator.provisioning.OperationView;
import dev.signalbox.workbench.provisioning.Provisioning;
import java.time.Clock;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The Waiting page: devices that ask to be let in, the tokens they ask with, and what was decided.
public final class WaitingPage implements Page {
    private static final String TOKENS = "Tokens";
    private static final int MOST_COUNTED = 99;

    private final WaitingViewModel model;
    private final TokensViewModel tokens;
    private final NewTokenViewModel making;
    private final GateViewModel gate;
    private final Strip tabs;
    private final VBox view;

    public WaitingPage(Provisioning provisioning, OnFx fx) {
        var clock = Clock.systemUTC();
        model = new WaitingViewModel(provisioning, fx, clock);
        tokens = new TokensViewModel(provisioning, fx, clock);
        making = new NewTokenViewModel(provisioning, fx, clock, tokens);
        gate = new GateViewModel(provisioning, fx);
        tabs = new Strip("waiting")
                .with("Waiting", new WaitingCards(model, this::beginToken, close()))
                .with(TOKENS, new TokensView(tokens, making))
                .with("Decided", new Decided(model));
        VBox.setVgrow(tabs, Priority.ALWAYS);
        view = new VBox(new GateBanner(gate), tabs);
        view.getStyleClass().add("page");
    }

    private Button close() {
        Button close = Buttons.plain(Icons.LOCKED, "Take in no new devices…", this::askToClose);
        close.setId("gate-close");
        close.visibleProperty().bind(gate.gate().map(now -> !now.closed()));
        close.managedProperty().bind(close.visibleProperty());
        return close;
    }

    private void askToClose() {
        String words =
                "Devices that ask, also those that wait here, are told to try again later. Devices that are in go"
                        + " on as before. It stays so until somebody takes in new devices again.";
        if (Ask.confirm(view.getScene().getWindow(), "Take in no new devices?", words, "Take in none")) {
            gate.personCloses();
        }
    }

    private void beginToken() {
        tabs.choose(TOKENS);
        making.personBegins();
    }

    /// Takes all news of devices that ask since the last pulse.
    public void hear(List<OperationNews> news) {
        model.hear(news);
        if (tokens.isRead().get() && news.stream().anyMatch(WaitingPage::usesToken)) {
            tokens.look();
        }
    }

    private static boolean usesToken(OperationNews news) {
        return news instanceof OperationNews.Told(OperationView one) && one.state() == OperationState.COLLECTED;
    }

    /// A second has passed.
    public void tick() {
        model.tick();
        gate.tick();
    }

    @Override
    public Place place() {
        return Place.WAITING;
    }

    @Override
    public ObservableValue<String> badge() {
        return Bindings.createStringBinding(() -> counted(model.waiting().size()), model.waiting());
    }

    private static String counted(int waiting) {
        return waiting == 0 ? "" : waiting > MOST_COUNTED ? MOST_COUNTED + "+" : Integer.toString(waiting);
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void shown() {
        tokens.look();
        gate.isShown(true);
    }

    @Override
    public void left() {
        gate.isShown(false);
    }
}
