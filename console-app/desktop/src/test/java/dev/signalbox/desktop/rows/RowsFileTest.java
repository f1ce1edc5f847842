// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.desks.QueriesInMemory;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.workbench.query.Row;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowsFileTest {
    @TempDir
    Path folder;

    @Test
    void allPagesAreWrittenThoughOneWasShown() throws Exception {
        var model = new RowsViewModel(new QueriesInMemory(), OnFx.atOnce());
        model.personRuns("");
        assertThat(model.words().get()).isEqualTo("the first 100 rows");
        model.personExports(folder.resolve("rows.csv"));
        assertThat(model.words().get()).isEqualTo("130 rows written to rows.csv");
        assertThat(Files.readAllLines(folder.resolve("rows.csv"))).hasSize(131);
        model.personExports(folder.resolve("rows.json"));
        assertThat(Files.readString(folder.resolve("rows.json")))
                .startsWith("[\n{")
                .endsWith("}\n]\n");
    }

    @Test
    void cellsAreQuotedAndFormulasMadeHarmless() {
        var cells = new LinkedHashMap<String, String>();
        cells.put("a", "says \"hi\", twice");
        cells.put("b", "=1+1");
        cells.put("c", "-12.5");
        cells.put("d", "-cmd");
        assertThat(RowsFile.csv(List.of(new Row(cells, "{}"))))
                .isEqualTo("a,b,c,d\r\n\"says \"\"hi\"\", twice\",'=1+1,-12.5,'-cmd\r\n");
    }

    @Test
    void aFileThatCannotBeWrittenIsExplained() {
        var model = new RowsViewModel(new QueriesInMemory(), OnFx.atOnce());
        model.personRuns("");
        model.personExports(folder.resolve("missing").resolve("rows.csv"));
        assertThat(model.problem().get()).isPresent();
        assertThat(model.busy().get()).isFalse();
    }
}
