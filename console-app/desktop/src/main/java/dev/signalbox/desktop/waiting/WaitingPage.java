// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.waiting;

import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.desktop.kit.Page;
import dev.signalbox.desktop.kit.Place;
import dev.signalbox.desktop.kit.Strip;
import dev.signalbox.desktop.kit.Theme;
import dev.signalbox.operator.provisioning.OperationState;
import dev.signalbox.operator.provisioning.OperationView;
import dev.signalbox.workbench.provisioning.Provisioning;
import java.time.Clock;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/// The Waiting page: devices that ask to be let in, the tokens they ask with, and what was decided.
public final class WaitingPage implements Page {
    private static final String TOKENS = "Tokens";
    private static final int MOST_COUNTED = 99;

    private final WaitingViewModel model;
    private final TokensViewModel tokens;
    private final NewTokenViewModel making;
    private final Strip view;

    public WaitingPage(Provisioning provisioning, OnFx fx) {
        var clock = Clock.systemUTC();
        model = new WaitingViewModel(provisioning, fx, clock);
        tokens = new TokensViewModel(provisioning, fx, clock);
        making = new NewTokenViewModel(provisioning, fx, clock, tokens);
        view = new Strip("waiting")
                .with("Waiting", new WaitingCards(model, this::beginToken))
                .with(TOKENS, new TokensView(tokens, making))
                .with("Decided", new Decided(model));
        view.getStyleClass().add("page");
        view.getStylesheets().add(Theme.sheet(WaitingPage.class, "waiting.css"));
    }

    private void beginToken() {
        view.choose(TOKENS);
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
    }
}
