// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.release;

import dev.signalbox.operator.rollout.RolloutPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringExpression;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// In which stages the person has a release come to its nodes, as typed.
final class StagesDraft {
    private final BooleanProperty wanted = new SimpleBooleanProperty();
    private final StringProperty shares = new SimpleStringProperty(
            RolloutPlan.USUAL.shares().stream().map(String::valueOf).collect(Collectors.joining(", ")));
    private final StringProperty haltAt = new SimpleStringProperty(Integer.toString(RolloutPlan.USUAL.haltAtPercent()));
    private final StringExpression complaint = Bindings.createStringBinding(this::complain, wanted, shares, haltAt);

    /// Whether it comes in stages at all.
    BooleanProperty wanted() {
        return wanted;
    }

    /// Percentages with commas between them.
    StringProperty shares() {
        return shares;
    }

    /// A percentage.
    StringProperty haltAt() {
        return haltAt;
    }

    /// What is wrong with it; empty when nothing is.
    StringExpression complaint() {
        return complaint;
    }

    /// Empty when it is to come to all nodes at once. Ask only when there is no complaint.
    Optional<RolloutPlan> plan() {
        return wanted.get() ? Optional.of(read()) : Optional.empty();
    }

    private String complain() {
        if (!wanted.get()) {
            return "";
        }
        try {
            var _ = read();
            return "";
        } catch (NumberFormatException noNumber) {
            return "Write whole numbers, such as 1, 10, 30, 100.";
        } catch (IllegalArgumentException outOfBounds) {
            return outOfBounds.getMessage() + ".";
        }
    }

    private RolloutPlan read() {
        List<Integer> stages = new ArrayList<>();
        for (String share : shares.get().split(",", -1)) {
            stages.add(Integer.parseInt(share.strip()));
        }
        RolloutPlan usual = RolloutPlan.in(stages);
        return new RolloutPlan(
                stages,
                Integer.parseInt(haltAt.get().strip()),
                usual.goOnAtPercent(),
                usual.soakSeconds(),
                usual.atOnce(),
                usual.silentSeconds());
    }
}
