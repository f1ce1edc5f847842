// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.kit;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The icons, by what they mean. Their size and colour come from the style sheet.
public enum Icons {
    NODES(Feather.SERVER),
    SERVICES(Feather.CODE),
    FLOWS(Feather.SHARE_2),
    LOGS(Feather.ALIGN_LEFT),
    DEVICES(Feather.CPU),
    WAITING(Feather.LOG_IN),
    STREAMS(Feather.ACTIVITY),
    MESSAGES(Feather.INBOX),
    CHART(Feather.TRENDING_UP),
    BATCHES(Feather.ARCHIVE),
    ACCESS(Feather.SHIELD),
    OPERATORS(Feather.USERS),
    RELEASE(Feather.PACKAGE),
    JOBS(Feather.LAYERS),
    QUERY(Feather.DATABASE),
    SAVED(Feather.BOOKMARK),
    AGAIN(Feather.REPEAT),
    EXPORT(Feather.DOWNLOAD),
    IMPORT(Feather.UPLOAD),
    NOTE(Feather.MESSAGE_SQUARE),
    ADD(Feather.PLUS),
    DELETE(Feather.TRASH_2),
    EDIT(Feather.EDIT_2),
    SAVE(Feather.SAVE),
    COPY(Feather.COPY),
    COMPARE(Feather.COLUMNS),
    CLOSE(Feather.X),
    CHECK(Feather.CHECK),
    SEARCH(Feather.SEARCH),
    FILTER(Feather.FILTER),
    PAUSE(Feather.PAUSE),
    PLAY(Feather.PLAY),
    NEXT(Feather.SKIP_FORWARD),
    TO_END(Feather.ARROW_DOWN),
    CLEAR(Feather.SLASH),
    UNDO(Feather.CORNER_UP_LEFT),
    REDO(Feather.CORNER_UP_RIGHT),
    FIT(Feather.MAXIMIZE),
    ZOOM_IN(Feather.ZOOM_IN),
    ZOOM_OUT(Feather.ZOOM_OUT),
    MORE(Feather.MORE_HORIZONTAL),
    LOCKED(Feather.LOCK),
    SECRET(Feather.KEY),
    TAG(Feather.TAG),
    TARGET(Feather.CROSSHAIR),
    REFRESH(Feather.REFRESH_CW),
    WARNING(Feather.ALERT_TRIANGLE),
    ERROR(Feather.ALERT_CIRCLE),
    INFO(Feather.INFO),
    LIGHT_THEME(Feather.SUN),
    DARK_THEME(Feather.MOON),
    BACK(Feather.ARROW_LEFT),
    UP(Feather.CHEVRON_UP),
    DOWN(Feather.CHEVRON_DOWN),
    RIGHT(Feather.CHEVRON_RIGHT);

    private final Feather glyph;

    Icons(Feather glyph) {
        this.glyph = glyph;
    }

    /// A new node with the style class `icon`; add `icon-small`, `icon-rail` or `icon-large` for another size.
    public FontIcon node(String... moreStyles) {
        var icon = new FontIcon(glyph);
        icon.getStyleClass().add("icon");
        icon.getStyleClass().addAll(moreStyles);
        return icon;
    }
}
