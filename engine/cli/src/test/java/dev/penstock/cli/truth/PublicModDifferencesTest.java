package dev.penstock.cli.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.penstock.controls.mod.Mod;
import dev.penstock.controls.mod.ModLoader;
import dev.penstock.controls.mod.ModSettings;
import dev.penstock.controls.model.Arguments;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Where the public mod's query of the same name says something else in the cases of the truth tables. On demand:
 * {@code -Dpenstock.publicMod=<a checkout of it>}; prints the cases.
 */
class PublicModDifferencesTest {

    @Test
    void whereThePublicModDiffers() throws IOException {
        String checkout = System.getProperty("penstock.publicMod", "");
        assumeTrue(!checkout.isEmpty(), "skipped: no checkout is named with -Dpenstock.publicMod");
        Mod mod = ModLoader.load(Path.of(checkout), ModSettings.NONE);
        int compared = 0;
        for (TruthTable table : TruthTablesTest.tables()) {
            String name = table.file().replaceFirst(".*/", "").replace(".sql", "");
            if (!mod.queries().containsKey(name)) {
                continue;
            }
            compared++;
            String theirs = mod.query(name).bind(Arguments.NONE).sql();
            String ours = TruthTablesTest.sql(table);
            for (Case one : table.cases()) {
                var right = one.answer(ours, ZoneOffset.UTC);
                var other = one.answer(theirs, ZoneOffset.UTC);
                if (one.failure().isEmpty() && !right.equals(other)) {
                    System.out.println(name + ": " + one.name() + "\n    ours   " + differing(right, other)
                            + "\n    theirs " + differing(other, right));
                }
            }
        }
        assertThat(compared).isPositive();
    }

    /** What one answer says and the other does not. */
    private static Map<String, String> differing(Map<String, String> answer, Map<String, String> other) {
        var rest = new java.util.TreeMap<>(answer);
        rest.entrySet().removeAll(other.entrySet());
        return rest;
    }
}
